import { Badge } from '@mantine/core';
import { IconShieldCheck, IconShieldQuestion } from '@tabler/icons-react';
import classes from './chips.module.css';
import { humanise, reasonOf } from './desk/words.ts';

export function ReasonChip({ reason }: { reason: string }) {
  const { label, colour } = reasonOf(reason);
  return (
    <Badge variant="light" color={colour} size="sm" radius="sm" className={classes.chip}>
      {label}
    </Badge>
  );
}

export function TierChip({ tier }: { tier: string | undefined }) {
  if (!tier || tier === 'STANDARD') return null;
  return (
    <Badge variant="outline" color="gray" size="xs" radius="sm" className={classes.tier}>
      {humanise(tier)}
    </Badge>
  );
}

export function VerifiedMark({ verified }: { verified: boolean }) {
  return verified ? (
    <span className={classes.verified} title="The bank knows who this is">
      <IconShieldCheck size={14} aria-hidden /> Verified
    </span>
  ) : (
    <span className={classes.unverified} title="Nobody has checked who this is">
      <IconShieldQuestion size={14} aria-hidden /> Not verified
    </span>
  );
}

/** How sure the assistant was, as a bar and a number. */
export function Confidence({ value, label = 'Confidence' }: { value: number; label?: string }) {
  const percent = Math.round(value * 100);
  const level = value < 0.5 ? 'low' : value < 0.75 ? 'middle' : 'high';
  return (
    <span className={classes.confidence} data-level={level}>
      <span className={classes.bar} aria-hidden>
        <span style={{ width: `${percent}%` }} />
      </span>
      <span>
        <span className="ot-visually-hidden">{label} </span>
        {percent} %
      </span>
    </span>
  );
}
