import { Chip } from '../../../shared/chips.tsx';
import { percent } from '../../../shared/words.ts';
import classes from '../models.module.css';
import type { Part } from './route-check.ts';

/** What a candidate gets, in few words. */
export function PartWords({ part }: { part: Part | undefined }) {
  switch (part?.kind) {
    case 'live':
      return <span className={classes.share}>{percent(part.share)}</span>;
    case 'fallback':
      return <span className={classes.share}>when those above fail</span>;
    case 'trial':
      return <Chip color="yellow">On trial: {percent(part.share)}</Chip>;
    case 'shadow':
      return <Chip color="grape">In the shadow{part.share < 1 && `: ${percent(part.share)}`}</Chip>;
    default:
      return null;
  }
}

export function partSentence(part: Part | undefined): string {
  switch (part?.kind) {
    case 'live':
      return `${percent(part.share)} of the questions`;
    case 'fallback':
      return 'asked when those above fail';
    case 'trial':
      return `${percent(part.share)} of the questions, on trial`;
    case 'shadow':
      return part.share < 1 ? `compared in ${percent(part.share)}, never sent` : 'compared, never sent';
    default:
      return '';
  }
}
