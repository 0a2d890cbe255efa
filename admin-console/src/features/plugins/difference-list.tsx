import type { DifferenceLine, PluginDifference } from '@openteller/web-kit';
import { humanise } from '../../shared/words.ts';
import classes from './plugins.module.css';

const SIGNS = { ADDED: '+', REMOVED: '−', CHANGED: '~' } as const;
const CHANGES = { ADDED: 'Added', REMOVED: 'Removed', CHANGED: 'Changed' } as const;
const GROUPS: Record<string, string> = {
  CAPABILITY: 'What it can do',
  EGRESS: 'Hosts it calls',
  DATA: 'Data it reads',
  RESOURCE: 'Limits',
  SETTING: 'Settings',
};

/** What a version asks for more and less, by what it is about; each line with a sign and a word beside its colour. */
export function DifferenceList({ difference }: { difference: PluginDifference }) {
  if (difference.lines.length === 0) {
    return <p className={classes.sub}>It asks for nothing more and nothing less.</p>;
  }
  const kinds = [...new Set(difference.lines.map((line) => line.kind))];
  return (
    <div className={classes.difference}>
      {kinds.map((kind) => (
        <section key={kind} aria-label={GROUPS[kind] ?? humanise(kind)}>
          <p className={classes.changeTitle}>{GROUPS[kind] ?? humanise(kind)}</p>
          <ul>
            {difference.lines
              .filter((line) => line.kind === kind)
              .map((line) => (
                <Line key={`${line.change} ${line.words}`} line={line} marked={Boolean(difference.from)} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Line({ line, marked }: { line: DifferenceLine; marked: boolean }) {
  return (
    <li data-change={line.change}>
      <span className={classes.sign} aria-hidden>
        {SIGNS[line.change] ?? '~'}
      </span>
      <span className={classes.changeName}>{CHANGES[line.change] ?? humanise(line.change)}</span>
      <span>
        {line.words}
        {marked && line.widens && <span className={classes.widens}>asks for more</span>}
      </span>
    </li>
  );
}
