import { IconCircleCheckFilled, IconCircleMinus } from '@tabler/icons-react';
import type { ReadDecision } from './complete.ts';
import classes from './decision.module.css';

/** Every rule that was tried; the state is in an icon and in a word, never in colour alone. */
export function Rules({ considered }: { considered: ReadDecision['considered'] }) {
  return (
    <ul className={classes.rules}>
      {considered.map((tried) => {
        const chosen = tried.outcome === 'CHOSEN';
        const Icon = chosen ? IconCircleCheckFilled : IconCircleMinus;
        return (
          <li key={tried.rule} data-chosen={chosen || undefined}>
            <Icon size={16} aria-hidden />
            <code>{tried.rule}</code>
            <span className={classes.ruleWhy}>{tried.why}</span>
            <span className={classes.ruleState}>{chosen ? 'chosen' : 'dropped'}</span>
          </li>
        );
      })}
    </ul>
  );
}
