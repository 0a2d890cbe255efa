import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { type Command, EmptyState, KeyHint, useCommands } from '@openteller/web-kit';
import { IconChevronDown, IconChevronUp, IconRoute } from '@tabler/icons-react';
import { useMemo } from 'react';
import { CopyButton } from '../../../shared/copy-button.tsx';
import { Card } from '../../../shared/page.tsx';
import type { ReadDecision } from './complete.ts';
import { DecisionSteps } from './decision-steps.tsx';
import { Verdict } from './verdict.tsx';

interface DecisionPanelProps {
  decisions: ReadDecision[];
  chosen: ReadDecision | undefined;
  onChoose: (turnId: string) => void;
}

/** One decision record, drawn in the order in which things happened; J and K go to the next and the one before. */
export function DecisionPanel({ decisions, chosen, onChoose }: DecisionPanelProps) {
  const at = chosen ? decisions.indexOf(chosen) : -1;
  const before = decisions[at - 1]?.turnId;
  const after = decisions[at + 1]?.turnId;
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'next-decision',
        label: 'Next decision',
        group: 'This page',
        keys: 'j',
        run: () => after && onChoose(after),
      },
      {
        id: 'decision-before',
        label: 'Decision before',
        group: 'This page',
        keys: 'k',
        run: () => before && onChoose(before),
      },
    ],
    [after, before, onChoose],
  );
  useCommands(commands);
  if (!chosen) {
    return (
      <Card title="Decision">
        <EmptyState
          kind="first"
          icon={<IconRoute size={26} stroke={1.6} />}
          title="No decision was made here"
          text="The assistant has not answered a message in this conversation. Decisions appear with its replies."
        />
      </Card>
    );
  }
  return (
    <Card
      title={`Decision ${at + 1} of ${decisions.length}`}
      aside={
        <Group gap={6} wrap="nowrap">
          <Step
            label="Decision before"
            keys="k"
            icon={<IconChevronUp size={16} />}
            to={before}
            onChoose={onChoose}
          />
          <Step
            label="Next decision"
            keys="j"
            icon={<IconChevronDown size={16} />}
            to={after}
            onChoose={onChoose}
          />
          <CopyButton label="Copy JSON" text={() => JSON.stringify(chosen, null, 2)} />
        </Group>
      }
    >
      <Verdict decision={chosen} />
      <DecisionSteps decision={chosen} />
    </Card>
  );
}

function Step(props: {
  label: string;
  keys: string;
  icon: React.ReactNode;
  to: string | undefined;
  onChoose: (turnId: string) => void;
}) {
  const { label, keys, icon, to, onChoose } = props;
  return (
    <Tooltip
      label={
        <Group gap={8}>
          {label} <KeyHint keys={keys} />
        </Group>
      }
    >
      <ActionIcon
        variant="default"
        size={30}
        aria-label={label}
        disabled={!to}
        onClick={() => to && onChoose(to)}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
