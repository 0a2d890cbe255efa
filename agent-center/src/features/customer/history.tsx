import { type CustomerView, dayOf } from '@openteller/web-kit';
import { Link } from '@tanstack/react-router';
import { humanise, OWNERS } from '../../shared/desk/words.ts';
import classes from './customer-panel.module.css';

/** Earlier conversations of this customer; each opens. */
export function History({ conversations }: { conversations: CustomerView['conversations'] }) {
  if (conversations.length === 0) return <p className={classes.empty}>This is the first conversation.</p>;
  return (
    <ul className={classes.list}>
      {conversations.map((each) => (
        <li key={each.id}>
          <div className={classes.grow}>
            <Link className={classes.main} to="/$section/$id" params={{ section: 'live', id: each.id }}>
              {each.intent ? humanise(each.intent) : 'Topic not clear'}
            </Link>
            <div className={classes.minor}>
              {dayOf(each.startedAt)} · {OWNERS[each.owner]}
            </div>
          </div>
          {each.csat !== undefined && <span className={classes.amount}>{each.csat} of 5</span>}
        </li>
      ))}
    </ul>
  );
}
