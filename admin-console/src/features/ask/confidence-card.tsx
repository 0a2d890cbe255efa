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
  'not another kind': 'Means no other kind of thing',
  'same figures': 'Has the figures of the question',
  'no other figures': 'Has no other figures in their place',
  'names said': 'Has the names of the question',
  place: 'Place of its passage',
  prose: 'Running text',
  length: 'Length',
  aligned: 'Word for word',
  'aligned evenly': 'Word for word, each the same',
  'weakest word': 'Word that fares worst',
  'aligned below heading': 'Word for word, with headings',
  'aligned evenly below heading': 'Word for word with headings, each the same',
  'weakest word below heading': 'Word that fares worst, with headings',
  'not contrary': 'Not about the other of two things',
  'heading not contrary': 'Nor is its heading',
  'same side': 'About the same of two things',
  'nothing open': 'Leaves nothing open',
  'nothing added': 'Adds no condition',
  rank: 'Weight of all this',
  lead: 'Ahead of the next sentence',
  'lead over other passages': 'Ahead of other passages',
  'not of own matters': 'A question for documents',
  agreement: 'Words and meaning agree',
  'for everyone': 'Holds for everybody',
  'own bank': 'About this bank',
  'names known': 'Names are known here',
  gate: 'Claims in the evidence',
  'approved wording': 'Approved wording',
  raw: 'Before calibration',
};
const SURE = 0.7;
const FULL = 0.995;
const OUTCOMES = {
  PASS: { label: 'Passed', colour: 'teal' },
  HELD: { label: 'Held back', colour: 'red' },
  SKIPPED: { label: 'Not needed', colour: 'gray' },
};

type Confidence = NonNullable<AskedAnswer['confidence']>;

export function ConfidenceCard({ confidence }: { confidence: AskedAnswer['confidence'] }) {
  if (!confidence) return null;
  // What keeps an answer from being sure is what people look for.
  const full = confidence.parts.filter((part) => part.value >= FULL);
  const lacking = confidence.parts
    .filter((part) => part.value < FULL)
    .sort((one, other) => one.value - other.value);
  return (
    <Card title="Confidence" aside={<strong className={classes.sure}>{percent(confidence.value)}</strong>}>
      <Parts parts={lacking} />
      {full.length > 0 && (
        <details className={classes.full}>
          <summary>
            {lacking.length === 0 ? `${full.length} parts, all full` : `${full.length} more are full`}
          </summary>
          <Parts parts={full} />
        </details>
      )}
    </Card>
  );
}

function Parts({ parts }: { parts: Confidence['parts'] }) {
  return (
    <div className={classes.parts}>
      {parts.map((part) => (
        <Meter
          key={part.name}
          label={PARTS[part.name] ?? humanise(part.name)}
          value={part.value}
          tone={part.value >= SURE ? 'ok' : 'warn'}
        />
      ))}
    </div>
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
