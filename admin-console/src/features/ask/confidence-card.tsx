import type { AskedAnswer } from '@openteller/web-kit';
import { IconCheck, IconX } from '@tabler/icons-react';
import { Chip } from '../../shared/chips.tsx';
import { Meter } from '../../shared/meter.tsx';
import { Card } from '../../shared/page.tsx';
import { humanise, percent, plural } from '../../shared/words.ts';
import classes from './ask.module.css';

const PARTS: Record<string, string> = {
  understanding: 'Question understood',
  margin: 'Ahead of the next passage',
  retrievalMargin: 'Ahead of the next passage',
  coverage: 'Question covered',
  agreement: 'Documents agree',
  gate: 'Claims in the evidence',
};
const SURE = 0.7;

export function ConfidenceCard({ confidence }: { confidence: AskedAnswer['confidence'] }) {
  if (!confidence) return null;
  return (
    <Card title="Confidence" aside={<strong className={classes.sure}>{percent(confidence.value)}</strong>}>
      {confidence.parts.map((part) => (
        <Meter
          key={part.name}
          label={PARTS[part.name] ?? humanise(part.name)}
          value={part.value}
          tone={part.value >= SURE ? 'ok' : 'warn'}
        />
      ))}
    </Card>
  );
}

/** Every claim of the answer, and whether a cited passage says it too, unit and date included. */
export function GateCard({ gate }: { gate: AskedAnswer['gate'] }) {
  const failed = gate.claims.filter((claim) => !claim.supported).length;
  return (
    <Card
      title="Claims gate"
      aside={gate.outcome === 'HELD' ? <Chip color="red">Held back</Chip> : <Chip color="teal">Passed</Chip>}
    >
      <p className={classes.gateHint}>
        {gate.claims.length === 0
          ? 'The answer states no amount, rate, date or limit.'
          : failed > 0
            ? `${plural(failed, 'claim')} without evidence: this would go to a person as a draft.`
            : `${plural(gate.claims.length, 'claim')}, each found in a cited passage.`}
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
                <span className={classes.sub}> {humanise(claim.kind)}</span>
                {!claim.supported && claim.reason && <span className={classes.reason}>{claim.reason}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
