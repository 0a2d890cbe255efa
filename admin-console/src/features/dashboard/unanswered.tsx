import type { InsightOverview } from '@openteller/web-kit';
import { Ago, EmptyState } from '@openteller/web-kit';
import { IconChevronRight, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Card } from '../../shared/page.tsx';
import classes from './dashboard.module.css';

/** What the documents did not answer: each line opens the decision that says why. */
export function Unanswered({ items, days }: { items: InsightOverview['unanswered']; days: number }) {
  return (
    <Card
      className={classes.side}
      flush
      title="Questions without an answer"
      hint="The assistant said that it does not know. A document may be missing."
    >
      {items.length === 0 ? (
        <EmptyState
          kind="done"
          compact
          icon={<IconCircleCheck size={26} stroke={1.6} />}
          title="None"
          text={`Every question of the last ${days} days found a document, a bank system or a person.`}
        />
      ) : (
        <ul className={classes.questions}>
          {items.map((item) => (
            <li key={item.turnId}>
              <Link
                to="/conversations/$id"
                params={{ id: item.conversationId }}
                search={{ turn: item.turnId }}
                className={classes.question}
              >
                <span className={classes.questionText} dir="auto">
                  {item.text}
                </span>
                <span className={classes.questionAt}>
                  <Ago at={item.at} />
                </span>
                <IconChevronRight size={16} stroke={1.7} aria-hidden />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
