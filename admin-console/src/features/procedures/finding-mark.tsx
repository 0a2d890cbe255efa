import { IconAlertTriangle } from '@tabler/icons-react';
import type { Finding } from './api/types.ts';
import classes from './mark.module.css';

/** How many problems, by icon and text. */
export function FindingMark({ findings = [] }: { findings?: readonly Finding[] | undefined }) {
  if (findings.length === 0) return null;
  return (
    <span className={classes.mark} title={findings.map(({ message }) => message).join('\n')}>
      <IconAlertTriangle size={13} stroke={2} aria-hidden />
      {findings.length === 1 ? '1 problem' : `${findings.length} problems`}
    </span>
  );
}
