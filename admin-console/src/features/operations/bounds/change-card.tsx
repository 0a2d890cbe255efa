import { Ago, toast } from '@openteller/web-kit';
import { Link } from '@tanstack/react-router';
import { Chip } from '../../../shared/chips.tsx';
import { Card } from '../../../shared/page.tsx';
import { useDecideBounds } from '../api/bounds.ts';
import type { BoundsChange } from '../api/types.ts';
import classes from '../operations.module.css';
import { SecondPerson } from '../second-person.tsx';
import { useMoneyWords } from '../use-money.ts';
import { boundsWords, CHANGE_STATES } from '../words.ts';

interface ChangeCardProps {
  change: BoundsChange;
  title?: string;
  /** Whether it says which operation it is about. */
  linked?: boolean;
}

/** What somebody wanted, why, and what became of it. */
export function ChangeCard({ change, title, linked }: ChangeCardProps) {
  const money = useMoneyWords();
  const decide = useDecideBounds();
  const words = boundsWords(change.bounds, money);
  const { label, colour } = CHANGE_STATES[change.state];
  return (
    <Card
      title={title ?? `${change.askedBy} changed the bounds`}
      aside={<Chip color={colour}>{label}</Chip>}
      hint={
        <>
          {change.askedBy}, <Ago at={change.askedAt} />: “{change.reason}”
        </>
      }
    >
      {linked && (
        <p className={classes.text}>
          <Link to="/operations" search={{ operation: change.operation }}>
            {change.operation}
          </Link>
        </p>
      )}
      <ul className={classes.words}>
        {(words.length === 0 ? ['nothing beside the catalogue'] : words).map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      {change.decidedBy && change.decidedAt && (
        <p className={classes.text}>
          {change.decidedBy}, <Ago at={change.decidedAt} />
          {change.decidedReason ? `: “${change.decidedReason}”` : ' agreed'}
        </p>
      )}
      {change.state === 'WAITING' && (
        <SecondPerson
          needs="PLUGIN_WRITE"
          mine={change.mine}
          mineWords="You asked for this, so somebody else has to agree."
          agreeLabel="Put in force"
          pending={decide.isPending}
          error={decide.error}
          onDecide={(agree, reason) =>
            decide.mutate(
              { id: change.id, agree, reason },
              { onSuccess: () => toast(agree ? 'In force from the next call on' : 'It stays as it was') },
            )
          }
        />
      )}
    </Card>
  );
}
