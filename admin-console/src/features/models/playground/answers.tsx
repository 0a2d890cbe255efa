import { Skeleton } from '@mantine/core';
import type { ModelChoice, PlaygroundSide } from '@openteller/web-kit';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Chip } from '../../../shared/chips.tsx';
import { count, millis, NONE } from '../../../shared/words.ts';
import type { Comparison } from '../api/playground.ts';
import classes from '../models.module.css';
import { useMoney } from '../use-money.ts';
import { whyOf } from '../words.ts';
import { better } from './better.ts';

interface AnswersProps {
  pending: boolean;
  asked: Comparison | undefined;
  answers: { asked?: string; left: PlaygroundSide; right: PlaygroundSide } | undefined;
}

export function Answers({ pending, asked, answers }: AnswersProps) {
  if (!asked || (!pending && !answers)) return null;
  const left = answers?.asked;
  return (
    <>
      {left && left !== asked.question && (
        <p className={classes.asLeft}>
          As it left: <q dir="auto">{left}</q>
        </p>
      )}
      <div className={classes.sides} aria-busy={pending || undefined} aria-live="polite">
        <Answer choice={asked.left} side={answers?.left} other={answers?.right} pending={pending} />
        <Answer choice={asked.right} side={answers?.right} other={answers?.left} pending={pending} />
      </div>
    </>
  );
}

interface AnswerProps {
  choice: ModelChoice;
  side: PlaygroundSide | undefined;
  other: PlaygroundSide | undefined;
  pending: boolean;
}

function Answer({ choice, side, other, pending }: AnswerProps) {
  const money = useMoney();
  if (pending || !side) return <Skeleton height={260} radius="lg" />;
  const ahead = better(side, other);
  const facts: [string, string, string?][] = [
    ['Whole answer', millis(side.millis), ahead.millis ? 'faster' : undefined],
    ['First word', millis(side.firstTokenMillis), ahead.firstTokenMillis ? 'faster' : undefined],
    ['Tokens', side.tokens === undefined ? NONE : count(side.tokens)],
    [
      'Cost',
      side.costMinor === undefined ? NONE : money(side.costMinor),
      ahead.costMinor ? 'cheaper' : undefined,
    ],
  ].map(([label, value, word]) => [label ?? '', value ?? '', word]);
  return (
    <section className={classes.answer} aria-label={`Answer of ${choice.model}`}>
      <h3>
        {choice.model} <span className={classes.sub}>{choice.plugin}</span>
      </h3>
      <dl className={classes.answerFacts}>
        {facts.map(([label, value, word]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {value} {word && <Chip color="teal">{word}</Chip>}
            </dd>
          </div>
        ))}
      </dl>
      {side.said ? (
        <p className={classes.answerText} dir="auto">
          {side.said}
        </p>
      ) : (
        <p className={classes.answerWhy}>
          <IconAlertTriangle size={16} aria-hidden /> {whyOf(side.why, side.detail)}
        </p>
      )}
    </section>
  );
}
