import type { AskedAnswer } from '@openteller/web-kit';
import { IconCheck, IconX } from '@tabler/icons-react';
import { Chip } from '../../shared/chips.tsx';
import { claimKind, claimsInWords } from '../../shared/claims.ts';
import { Meter } from '../../shared/meter.tsx';
import { Card } from '../../shared/page.tsx';
import { humanise, percent } from '../../shared/words.ts';
import classes from './ask.module.css';

const PARTS: Record<string, string> = {
  understanding: 'Question understood',
  similarity: 'Sentence alike in meaning',
  'passage similarity': 'Passage alike in meaning',
  coverage: 'Question covered',
  'own coverage': 'Covered by the sentence itself',
  'passage coverage': 'Covered by the passage',
  'nothing missing': 'No word of weight is missing',
  'kind of answer': 'Gives what was asked for',
  margin: 'Ahead of the next answer',
  agreement: 'Words and meaning agree',
  'for everyone': 'Holds for everybody',
  'own bank': 'About this bank',
  'names known': 'Names are known here',
  gate: 'Claims in the evidence',
  'approved wording': 'Approved wording',
  raw: 'Before calibration',
};
const SURE = 0.7;
const OUTCOMES = {
  PASS: { label: 'Passed', colour: 'teal' },
  HELD: { label: 'Held back', colour: 'red' },
  SKIPPED: { label: 'Not needed', colour: 'gray' },
};

export function ConfidenceCard({ confidence }: { confidence: AskedAnswer['confidence'] }) {
  if (!confidence) return null;
  return (
    <Card title="Confidence" aside={<strong className={classes.sure}>{percent(confidence.value)}</strong>}>
      <div className={classes.parts}>
        {confidence.parts.map((part) => (
          <Meter
            key={part.name}
            label={PARTS[part.name] ?? humanise(part.name)}
            value={part.value}
            tone={part.value >= SURE ? 'ok' : 'warn'}
          />
        ))}
      </div>
    </Card>
  );
}

/** Every claim of the answer, and whether a cited passage says it too, unit and date included. */
export function GateCard({ gate }: { gate: AskedAnswer['gate'] }) {
  const held = gate.outcome === 'HELD';
  return (
    <Card
      title="Claims gate"
      aside={<Chip color={OUTCOMES[gate.outcome].colour}>{OUTCOMES[gate.outcome].label}</Chip>}
    >
      <p className={classes.gateHint}>
        {gate.outcome === 'SKIPPED'
          ? 'There is no answer to check.'
          : gate.claims.length === 0
            ? 'The answer states no amount, rate, date or limit.'
            : `${claimsInWords(gate.claims)}${held ? ': this would go to a person as a draft.' : '.'}`}
      </p>
      {gate.claims.length > 0 && (
        <ul className={classes.claims}>
          {gate.claims.map((claim) => (
            <li key={`${claim.start} ${claim.end} ${claim.kind}`} data-supported={claim.supported}>
              {claim.supported ? (
                <IconCheck size={15} aria-label="Supported" />
              ) : (
                <IconX size={15} aria-label="Not supported" />
              )}
              <span>
                <span dir="auto">{claim.text}</span>
                <span className={classes.sub}> {claimKind(claim.kind)}</span>
                {claim.reason && (
                  <span className={claim.supported ? classes.stands : classes.reason}>{claim.reason}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
