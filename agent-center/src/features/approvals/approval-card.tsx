import { Badge, Button, Group } from '@mantine/core';
import { Ago, exactTime } from '@openteller/web-kit';
import { useQuery } from '@tanstack/react-query';
import { feedQuery } from '../../shared/desk/queries.ts';
import { useMe } from '../../shared/me.tsx';
import classes from './approvals.module.css';
import type { Approval } from './approvals-api.ts';
import { Evidence } from './evidence.tsx';

interface ApprovalCardProps {
  approval: Approval;
  busy: boolean;
  agree: () => void;
  decline: () => void;
}

/** Exactly what would be done, as the customer said yes to it. */
export function ApprovalCard({ approval, busy, agree, decline }: ApprovalCardProps) {
  const open = approval.state === 'OPEN';
  const title = `approval-${approval.id}`;
  return (
    <article className={classes.card} aria-labelledby={title}>
      <header className={classes.head}>
        <h2 id={title} className={classes.title}>
          {approval.title}
        </h2>
        {!open && <StateBadge state={approval.state} />}
      </header>
      <p className={classes.meta}>
        <Who approval={approval} /> · asked <Ago at={approval.askedAt} />
      </p>
      {approval.words && <p className={classes.words}>{approval.words}</p>}
      <dl className={classes.rows}>
        {approval.rows.map((row) => (
          <div key={row.label} className={classes.row}>
            <dt>{row.label}</dt>
            <dd>{row.value}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.why}>Needs a second person: {approval.reason}</p>
      <Evidence conversation={approval.conversation} />
      {open ? <Choice {...{ approval, busy, agree, decline }} /> : <Outcome approval={approval} />}
    </article>
  );
}

/** By name while the conversation goes on; the last digits of the number in any case. */
function Who({ approval }: { approval: Approval }) {
  const { data } = useQuery(feedQuery);
  const name = data?.find((each) => each.conversationId === approval.conversation)?.customerName;
  return name ? (
    <>
      <strong className={classes.who}>{name}</strong> ({approval.customer})
    </>
  ) : (
    <>Customer {approval.customer}</>
  );
}

function Choice({ approval, busy, agree, decline }: ApprovalCardProps) {
  const locale = useMe().bank.locale;
  return (
    <Group justify="space-between" gap="sm">
      <span className={classes.meta}>Until {exactTime(approval.expiresAt, locale)}</span>
      {approval.mine ? (
        <span className={classes.meta}>You asked for this; a colleague decides.</span>
      ) : (
        <Group gap="xs">
          <Button variant="default" disabled={busy} onClick={decline}>
            Decline
          </Button>
          <Button loading={busy} onClick={agree}>
            Agree
          </Button>
        </Group>
      )}
    </Group>
  );
}

function Outcome({ approval }: { approval: Approval }) {
  const locale = useMe().bank.locale;
  return (
    <p className={classes.meta}>
      {approval.decidedBy ? `${approval.decidedBy}, ` : ''}
      {approval.decidedAt && exactTime(approval.decidedAt, locale)}
      {approval.decidedReason && `: “${approval.decidedReason}”`}
    </p>
  );
}

const STATES = {
  OPEN: { label: 'Open', color: 'iris' },
  AGREED: { label: 'Agreed', color: 'teal' },
  DECLINED: { label: 'Declined', color: 'red' },
  EXPIRED: { label: 'Nobody decided', color: 'gray' },
} as const;

function StateBadge({ state }: { state: Approval['state'] }) {
  return (
    <Badge variant="light" color={STATES[state].color} tt="none" size="lg">
      {STATES[state].label}
    </Badge>
  );
}
