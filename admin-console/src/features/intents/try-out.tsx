import { Select, Textarea } from '@mantine/core';
import { EmptyState, ErrorState, type IntentOverview, Rows, type Understood } from '@openteller/web-kit';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type CSSProperties, useEffect, useState } from 'react';
import { Meter } from '../../shared/meter.tsx';
import { Card } from '../../shared/page.tsx';
import { languageName } from '../../shared/words.ts';
import { tryQuery } from './api.ts';
import classes from './intents.module.css';
import { TierChip } from './tier-chip.tsx';
import { modelName } from './words.ts';

const PAUSE_MILLIS = 350;

/** What would it understand? With the words that led to it. */
export function TryOut({ overview }: { overview: IntentOverview }) {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const [model, setModel] = useState<number>();
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE_MILLIS);
    return () => clearTimeout(timer);
  }, [text]);
  const answer = useQuery(tryQuery(asked, model));
  const titles = new Map(overview.items.map((row) => [row.name, row.title]));
  return (
    <div className={classes.trying}>
      <Card title="A customer writes" hint="No customer sees this, and nothing of it is kept.">
        <Textarea
          aria-label="A customer's message"
          placeholder="i lost my card on the bus, what now"
          autosize
          minRows={3}
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          dir="auto"
        />
        {overview.candidate && (
          <Select
            mt="sm"
            label="Understood by"
            value={String(model ?? overview.live.number)}
            allowDeselect={false}
            data={[
              { value: String(overview.live.number), label: `${modelName(overview.live.number)} · in force` },
              {
                value: String(overview.candidate.number),
                label: `${modelName(overview.candidate.number)} · candidate`,
              },
            ]}
            onChange={(value) => setModel(value === null ? undefined : Number(value))}
          />
        )}
      </Card>
      <Card title="The assistant understands">
        {asked === '' ? (
          <EmptyState
            kind="first"
            compact
            icon={<IconMessageQuestion size={26} stroke={1.6} />}
            title="Write a message"
            text="You see the likeliest intents and the words that spoke for the first."
          />
        ) : answer.isPending ? (
          <Rows count={4} height={34} />
        ) : answer.isError && !answer.data ? (
          <ErrorState error={answer.error} compact retry={() => void answer.refetch()} />
        ) : (
          <Answer understood={answer.data} titles={titles} />
        )}
      </Card>
    </div>
  );
}

function Answer({ understood, titles }: { understood: Understood; titles: Map<string, string> }) {
  const [best] = understood.guesses;
  return (
    <div className={classes.answer}>
      <p className={classes.words} dir="auto">
        {understood.words.map((word, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the same word may come twice
            key={index}
            className={classes.word}
            data-against={word.weight < -0.15 || undefined}
            style={{ '--share': `${Math.round(Math.max(0, word.weight) * 60)}%` } as CSSProperties}
            title={
              word.weight > 0.15
                ? `Without it the model would be less sure (${word.weight.toFixed(2)})`
                : word.weight < -0.15
                  ? `Speaks against it (${word.weight.toFixed(2)})`
                  : 'Hardly matters'
            }
          >
            {word.text}
          </span>
        ))}
      </p>
      {best && (
        <p className={classes.best}>
          <Link to="/intents/$name" params={{ name: best.intent }} className={classes.link}>
            {titles.get(best.intent) ?? best.intent}
          </Link>
          <TierChip tier={best.tier} />
          <span className={classes.sub}>{languageName(understood.language)}</span>
        </p>
      )}
      <div>
        {understood.guesses.map((guess, place) => (
          <Meter
            key={guess.intent}
            label={titles.get(guess.intent) ?? guess.intent}
            value={guess.probability}
            tone={place === 0 ? 'accent' : 'muted'}
          />
        ))}
      </div>
      <p className={classes.sub}>
        {understood.inScope
          ? 'Like what was taught.'
          : 'Unlike anything that was taught: the assistant would not rely on it.'}
      </p>
    </div>
  );
}
