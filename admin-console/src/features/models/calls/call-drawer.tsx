import { Drawer, Skeleton } from '@mantine/core';
import { exactTime, type ModelCallDetail } from '@openteller/web-kit';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Chip } from '../../../shared/chips.tsx';
import { Loaded } from '../../../shared/loaded.tsx';
import { count, millis } from '../../../shared/words.ts';
import { callQuery } from '../api/call.ts';
import classes from '../models.module.css';
import { useMoney } from '../use-money.ts';
import { outcomeOf, taskOf } from '../words.ts';
import { Replay } from './replay.tsx';
import { Said } from './said.tsx';

/** What was asked and said, masked as it was stored, and the same question once more. */
export function CallDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const call = useQuery(callQuery(id));
  return (
    <Drawer opened onClose={onClose} position="right" size="xl" title="Call of a model">
      <Loaded
        query={call}
        title="This call could not be loaded"
        waiting={<Skeleton height={480} radius="md" />}
      >
        {(data) => <Detail call={data} />}
      </Loaded>
    </Drawer>
  );
}

function Detail({ call }: { call: ModelCallDetail }) {
  const money = useMoney();
  const outcome = outcomeOf(call.outcome);
  const facts: [string, ReactNode][] = [
    ['Model', `${call.model} (${call.plugin})`],
    ['When', exactTime(call.at)],
    ['Took', millis(call.millis)],
    ['First word', call.firstTokenMillis !== undefined && millis(call.firstTokenMillis)],
    ['What happened', call.detail],
    ['Served as', call.served !== call.model && call.served],
    ['Tokens', count(call.tokens ?? 0)],
    ['Cost', call.costMinor === undefined ? 'The model had no price' : money(call.costMinor)],
    ['Prompt', call.prompt && <code>{call.prompt}</code>],
    [
      'Conversation',
      call.conversation && (
        <Link to="/conversations/$id" params={{ id: call.conversation }}>
          Open it
        </Link>
      ),
    ],
  ];
  return (
    <>
      <p className={classes.callHead}>
        <strong>{taskOf(call.task).title}</strong>
        <Chip color={outcome.colour}>{outcome.label}</Chip>
        {call.shadowOf && <Chip color="grape">In the shadow: not sent</Chip>}
      </p>
      <dl className={classes.facts}>
        {facts
          .filter(([, value]) => value !== undefined && value !== '' && value !== false)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {call.system && <Said title="Instructions" text={call.system} none="" folded />}
      <Said
        title={call.shortened ? 'Asked (shortened)' : 'Asked'}
        text={call.asked}
        none="The question is not kept any more."
      />
      <Said title="Answered" text={call.said} none="There was no answer." />
      <Replay call={call} />
    </>
  );
}
