import { IconAlertTriangle } from '@tabler/icons-react';
import type { Found } from '../api/connectors.ts';
import classes from '../connectors.module.css';

/** What stands between the draft and its publication; nothing while nothing does. */
export function Problems({ findings }: { findings: readonly Found[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className={classes.problems} aria-label="What is wrong">
      {findings.map((one) => (
        <li key={`${one.place} ${one.sentence}`} className={classes.fault}>
          <IconAlertTriangle size={15} aria-hidden />
          <span>
            <code>{one.place || '/'}</code> {one.sentence}
          </span>
        </li>
      ))}
    </ul>
  );
}
