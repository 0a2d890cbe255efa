import { Button, Menu, Modal, TextInput, UnstyledButton } from '@mantine/core';
import { Ago, type Gap, type GapState } from '@openteller/web-kit';
import { IconArrowsExchange, IconChevronDown, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useCan, useMe } from '../../shared/me.tsx';
import { plural } from '../../shared/words.ts';
import { endedIn, STATES, workOf } from './board.ts';
import classes from './gaps.module.css';

interface GapCardProps {
  gap: Gap;
  moving: boolean;
  onChange: (change: { state: GapState; owner?: string }) => void;
}

/** What people ask and nobody wrote down: how often, what it costs, and where a document could begin. */
export function GapCard({ gap, moving, onChange }: GapCardProps) {
  const [open, setOpen] = useState(false);
  const mayWrite = useCan('KNOWLEDGE_WRITE');
  const owner = gap.owner ?? gap.suggestedOwner;
  return (
    <li className={classes.gap}>
      <UnstyledButton className={classes.gapHead ?? ''} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={classes.gapLabel} dir="auto">
          {gap.label}
        </span>
        <IconChevronDown className={classes.chevron ?? ''} size={17} stroke={1.8} aria-hidden />
      </UnstyledButton>
      <p className={classes.facts}>
        <strong>{gap.volume}×</strong> asked
        {workOf(gap.cost.minutes) && (
          <>
            {' '}
            · <strong>{workOf(gap.cost.minutes)}</strong> of people’s time
          </>
        )}
      </p>
      <p className={classes.sub}>{endedIn(gap)}</p>
      {gap.state === 'CLOSED' && (gap.askedSinceClosed ?? 0) > 0 && (
        <p className={classes.again}>
          Asked {plural(gap.askedSinceClosed ?? 0, 'more time')} since it was closed
        </p>
      )}
      {open && <Details gap={gap} />}
      <div className={classes.gapFoot}>
        <span className={classes.owner}>
          <IconUser size={14} stroke={1.8} aria-hidden />
          {owner ?? 'Nobody'}
          {!gap.owner && gap.suggestedOwner && <span className={classes.sub}> (suggested)</span>}
        </span>
        {mayWrite && <Move gap={gap} moving={moving} onChange={onChange} />}
      </div>
    </li>
  );
}

function Details({ gap }: { gap: Gap }) {
  return (
    <div className={classes.details}>
      <h3>Asked like this</h3>
      <ul className={classes.questions}>
        {gap.questions.slice(0, 8).map((question, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words may have been asked twice
          <li key={index} dir="auto">
            “{question.text}”{' '}
            <span className={classes.sub}>
              {question.conversationId ? (
                <Link to="/conversations/$id" params={{ id: question.conversationId }}>
                  <Ago at={question.at} />
                </Link>
              ) : (
                <Ago at={question.at} />
              )}
            </span>
          </li>
        ))}
      </ul>
      {gap.outline.length > 0 && (
        <>
          <h3>A document could say</h3>
          <ol className={classes.outline}>
            {gap.outline.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </>
      )}
      {gap.nearest && (
        <p className={classes.sub}>
          Nearest today:{' '}
          <Link to="/knowledge/$slug" params={{ slug: gap.nearest.slug }}>
            {gap.nearest.title}
          </Link>
        </p>
      )}
    </div>
  );
}

function Move({ gap, moving, onChange }: GapCardProps) {
  const me = useMe();
  const [naming, setNaming] = useState(false);
  const [owner, setOwner] = useState(gap.owner ?? gap.suggestedOwner ?? me.name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setNaming(false);
    onChange({
      state: gap.state === 'OPEN' ? 'PLANNED' : gap.state,
      ...(owner.trim() ? { owner: owner.trim() } : {}),
    });
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="default"
            loading={moving}
            leftSection={<IconArrowsExchange size={14} />}
            aria-label={`Move “${gap.label}”`}
          >
            Move
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {STATES.filter(({ state }) => state !== gap.state).map(({ state, label, hint }) => (
            <Menu.Item
              key={state}
              onClick={() => onChange({ state, ...(gap.owner ? { owner: gap.owner } : {}) })}
            >
              {label}
              <span className={classes.menuHint}>{hint}</span>
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setNaming(true)}>Give it an owner…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={naming} onClose={() => setNaming(false)} title="Who writes it?" size="sm" radius="lg">
        <form onSubmit={submit}>
          <TextInput
            label="Owner"
            data-autofocus
            maxLength={120}
            value={owner}
            onChange={(event) => setOwner(event.currentTarget.value)}
          />
          <Button type="submit" mt="md" fullWidth>
            Save
          </Button>
        </form>
      </Modal>
    </>
  );
}
