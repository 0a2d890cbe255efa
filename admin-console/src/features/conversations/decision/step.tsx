import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './decision.module.css';

interface StepProps {
  icon: ReactNode;
  title: string;
  /** The finding in one line, readable without what is below. */
  finding: ReactNode;
  tone?: 'ok' | 'warn' | 'off';
  badge?: string;
  children?: ReactNode;
}

/** One station on the line from the question to the reply. */
export function Step({ icon, title, finding, tone, badge, children }: StepProps) {
  return (
    <li className={classes.step} data-tone={tone}>
      <span className={classes.node} aria-hidden>
        {icon}
      </span>
      <div className={classes.stepBody}>
        <h3 className={classes.stepTitle}>
          {title}
          {badge && (
            <Badge size="sm" variant="default" radius="sm" tt="none" fw={600}>
              {badge}
            </Badge>
          )}
        </h3>
        <p className={classes.finding}>{finding}</p>
        {children}
      </div>
    </li>
  );
}
