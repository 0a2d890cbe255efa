import { Button, Tooltip } from '@mantine/core';
import type { AnswerKind, AskedAnswer, GateClaim } from '@openteller/web-kit';
import { IconExternalLink, IconRobot } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ANSWER_KINDS, AnswerKindChip } from '../../shared/answer-kinds.tsx';
import { claimKind } from '../../shared/claims.ts';
import { Card } from '../../shared/page.tsx';
import type { Piece } from '../../shared/spans.ts';
import { millis, routeOf } from '../../shared/words.ts';
import classes from './ask.module.css';
import { tellingOf } from './told.ts';

const SILENT: Partial<Record<AnswerKind, string>> = {
  CLARIFY: 'The customer is asked which of these is meant:',
  CONFLICT: 'The customer is handed to a person, who is told that the documents disagree.',
  NOT_KNOWN: 'The customer is told that this is not known, and is offered a person.',
};

/** What the customer would read, with the source of each sentence and what the gate made of each claim. */
export function AnswerCard({ answer, onAsk }: { answer: AskedAnswer; onAsk: (question: string) => void }) {
  const { sentences, sources } = useMemo(() => tellingOf(answer), [answer]);
  const silent = answer.text === undefined && answer.sentences.length === 0;
  return (
    <Card className={classes.answer}>
      <div className={classes.answerHead}>
        <span className={classes.avatar} aria-hidden>
          <IconRobot size={20} stroke={1.7} />
        </span>
        <AnswerKindChip kind={answer.kind} />
        <span className={classes.sub}>
          {ANSWER_KINDS[answer.kind]?.meaning} · {millis(answer.millis)}
        </span>
      </div>
      {silent ? (
        <p className={classes.silent}>{SILENT[answer.kind] ?? SILENT.NOT_KNOWN}</p>
      ) : (
        <p className={classes.told} dir="auto">
          {sentences.map((sentence, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no identity but their place
            <span key={index}>
              {sentence.pieces.map((piece) => (
                <Words key={piece.at} piece={piece} />
              ))}
              {sentence.sources.map((number) => (
                <a
                  key={number}
                  className={classes.number}
                  href={`#source-${number}`}
                  aria-label={`Source ${number}`}
                >
                  {number}
                </a>
              ))}{' '}
            </span>
          ))}
        </p>
      )}
      {answer.options.length > 0 && (
        <div className={classes.options}>
          {answer.options.map((option) => (
            <Button key={option} size="compact-md" variant="default" onClick={() => onAsk(option)}>
              {option}
            </Button>
          ))}
        </div>
      )}
      {sources.length > 0 && (
        <ol className={classes.sources} aria-label="Sources">
          {sources.map((cited, index) => (
            <li
              key={`${cited.slug} ${cited.version} ${cited.heading} ${cited.place ?? ''}`}
              id={`source-${index + 1}`}
            >
              <span className={classes.sourceNumber} aria-hidden>
                {index + 1}
              </span>
              <span>
                <Link to="/knowledge/$slug" params={{ slug: cited.slug }} search={{ v: cited.version }}>
                  {cited.title}, version {cited.version}
                </Link>
                <span className={classes.sub}>
                  {' '}
                  {[cited.heading, cited.place].filter(Boolean).join(' · ')}
                </span>{' '}
                {cited.url && (
                  <a
                    href={cited.url}
                    target="_blank"
                    rel="noreferrer"
                    aria-label={`${cited.title} as customers see it`}
                  >
                    <IconExternalLink size={14} stroke={1.8} aria-hidden />
                  </a>
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
      {answer.route && (
        <p className={classes.route}>
          <span className={classes.sub}>Decided by</span> <code>{answer.route.rule}</code>{' '}
          {answer.route.reason ?? routeOf(answer.route.name).meaning}
        </p>
      )}
    </Card>
  );
}

function Words({ piece }: { piece: Piece<GateClaim> }) {
  const claim = piece.mark;
  if (!claim) return piece.text;
  const why = `${claimKind(claim.kind)}: ${claim.reason ?? (claim.supported ? 'In the evidence.' : 'No evidence.')}`;
  return (
    <Tooltip label={why} multiline maw={320}>
      <mark className={classes.claim} data-supported={claim.supported}>
        {piece.text}
        <span className="ot-visually-hidden">
          {' '}
          ({claim.supported ? 'supported' : `not supported: ${why}`})
        </span>
      </mark>
    </Tooltip>
  );
}
