import { Ago, Rows, toast } from '@openteller/web-kit';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Chip } from '../../../shared/chips.tsx';
import { Loaded } from '../../../shared/loaded.tsx';
import { Card, Page } from '../../../shared/page.tsx';
import { PermitButton, Permitted } from '../../../shared/permitted.tsx';
import { ProblemNote } from '../../../shared/problem-note.tsx';
import type { UnsettledDetail } from '../api/types.ts';
import { unsettledCallQuery, useAskAgain } from '../api/unsettled.ts';
import { BackToList } from '../back.tsx';
import classes from '../operations.module.css';
import { CALL_STATES, RISKS } from '../words.ts';
import { FindingCard } from './finding-card.tsx';
import { History } from './history.tsx';
import { SettleForm } from './settle-form.tsx';
import { StandingChip } from './standing-chip.tsx';

/** One call: what it does, what was tried, and what a person can do about it. */
export function CallPage({ callId }: { callId: string }) {
  const detail = useQuery(unsettledCallQuery(callId));
  return (
    <Permitted needs="OPERATION_APPROVE" what="Unsettled operation">
      <BackToList view="unsettled" label="Unsettled operations" />
      {detail.data ? (
        <Detail data={detail.data} />
      ) : (
        <Page title="Unsettled operation">
          <Loaded
            query={detail}
            title="This call could not be loaded"
            waiting={<Rows count={4} height={90} />}
          >
            {() => null}
          </Loaded>
        </Page>
      )}
    </Permitted>
  );
}

function Detail({ data }: { data: UnsettledDetail }) {
  const { operation: call, settled } = data;
  const open = !settled && (call.forPerson || call.state === 'IN_DOUBT' || call.state === 'CALLING');
  return (
    <Page
      title={call.title}
      badge={<StandingChip call={call} settled={Boolean(settled)} />}
      actions={open && call.state !== 'DONE' && <AskAgain callId={call.callId} />}
    >
      <div className={classes.columns}>
        <div className={classes.stack}>
          {settled ? (
            <Card title="Settled">
              <p className={classes.text}>
                {settled.by}, <Ago at={settled.at} />: “{settled.reason}”
              </p>
            </Card>
          ) : !open ? (
            <Card title="Known by now">
              <p className={classes.text}>The bank has said what became of it. Nobody has to do anything.</p>
            </Card>
          ) : call.found ? (
            <FindingCard call={call} found={call.found} />
          ) : call.forPerson && call.state !== 'IN_DOUBT' ? (
            <SettleForm call={call} />
          ) : (
            <Card title="The platform is asking the bank">
              <p className={classes.text}>
                {call.nextAt ? (
                  <>
                    It asks again <Ago at={call.nextAt} />.{' '}
                  </>
                ) : null}
                After ten questions without an answer a person has to look.
              </p>
            </Card>
          )}
          <Card title="What was tried">
            <History attempts={data.history} />
          </Card>
        </div>
        <Facts data={data} />
      </div>
    </Page>
  );
}

function AskAgain({ callId }: { callId: string }) {
  const ask = useAskAgain();
  return (
    <div className={classes.ask}>
      <PermitButton
        needs="OPERATION_APPROVE"
        variant="default"
        leftSection={<IconRefresh size={17} />}
        loading={ask.isPending}
        onClick={() => ask.mutate(callId, { onSuccess: () => toast('The bank was asked') })}
      >
        Ask the bank now
      </PermitButton>
      <ProblemNote error={ask.error} />
    </div>
  );
}

function Facts({ data }: { data: UnsettledDetail }) {
  const { operation: call } = data;
  const facts = [
    ...data.rows.map(({ label, value }) => ({ label, value: <span dir="auto">{value}</span> })),
    { label: 'Customer', value: call.customer },
    { label: 'Operation', value: <code>{call.operation}</code> },
    { label: 'Risk', value: <Chip color={RISKS[call.risk].colour}>{RISKS[call.risk].label}</Chip> },
    { label: 'State', value: CALL_STATES[call.state].label },
    ...(call.undoWanted ? [{ label: 'To be undone', value: 'yes: what came after it failed' }] : []),
    ...(call.reason ? [{ label: 'What is known', value: call.reason }] : []),
    ...(data.plugin ? [{ label: 'Called through', value: data.plugin }] : []),
    ...(data.calledAt ? [{ label: 'Called', value: <Ago at={data.calledAt} /> }] : []),
    { label: 'Call id', value: <code className={classes.callId}>{call.callId}</code> },
    {
      label: 'Conversation',
      value: (
        <Link to="/conversations/$id" params={{ id: call.conversation }}>
          Open it
        </Link>
      ),
    },
  ];
  return (
    <Card title="The call">
      <dl className={classes.facts}>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
