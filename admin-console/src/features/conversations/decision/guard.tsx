import { IconCheck, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { claimKind, claimsInWords } from '../../../shared/claims.ts';
import type { ReadDecision } from './complete.ts';
import classes from './decision.module.css';
import { Step } from './step.tsx';

/** Every claim of the reply, and whether the evidence has it. */
export function Guard({ guard, icon }: { guard: ReadDecision['guard']; icon: ReactNode }) {
  const claims = guard?.claims ?? [];
  const stopped = guard?.outcome === 'DOWNGRADE';
  const checked = guard?.outcome === 'PASS' || stopped;
  const found = claimsInWords(claims, checked);
  return (
    <Step
      icon={icon}
      title="Check before sending"
      tone={stopped ? 'warn' : claims.length === 0 ? 'off' : 'ok'}
      badge={guard ? (stopped ? 'Stopped' : guard.outcome === 'PASS' ? 'Passed' : 'Not needed') : undefined}
      finding={
        claims.length === 0
          ? stopped
            ? 'The reply was stopped and a person was asked instead.'
            : 'The reply states no amount, rate, date or limit that would need evidence.'
          : stopped
            ? `The reply has ${found}, so it was not sent.`
            : `The reply makes ${found}.`
      }
    >
      {claims.length > 0 && (
        <ul className={classes.claims}>
          {claims.map((claim, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the record never changes, and a claim may stand twice
            <li key={index} data-supported={claim.supported}>
              {claim.supported ? <IconCheck size={14} aria-hidden /> : <IconX size={14} aria-hidden />}
              <span dir="auto">{claim.text}</span>
              <span className={classes.claimState}>
                {claim.kind ? `${claimKind(claim.kind)}: ` : ''}
                {claim.reason || (claim.supported ? 'In the evidence.' : 'No evidence.')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Step>
  );
}
