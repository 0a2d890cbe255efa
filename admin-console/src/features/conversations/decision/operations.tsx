import { Chip } from '../../../shared/chips.tsx';
import { humanise, millis } from '../../../shared/words.ts';
import type { ReadDecision } from './complete.ts';
import classes from './decision.module.css';

const GOOD = /^(ok|done|found|success|succeeded|opened|blocked|sent|verified|completed)/i;

/** What was asked of the bank's systems, and what came back. */
export function Operations({ operations }: { operations: ReadDecision['operations'] }) {
  return operations.map((call, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the record never changes, and a call may be made twice
    <article key={index} className={classes.call}>
      <header className={classes.passageHead}>
        <code>{call.name}</code>
        <Chip color={GOOD.test(call.result) ? 'teal' : 'gray'}>{humanise(call.result)}</Chip>
        <span className={classes.passageFacts}>
          {call.plugin} · {millis(call.millis)}
        </span>
      </header>
      {call.arguments.length > 0 && (
        <dl className={classes.arguments}>
          {call.arguments.map((argument) => (
            <div key={argument.label}>
              <dt>{humanise(argument.label)}</dt>
              <dd dir="auto">{argument.value}</dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  ));
}
