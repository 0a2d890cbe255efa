import { Ago, toast } from '@openteller/web-kit';
import { Link } from '@tanstack/react-router';
import { Chip } from '../../../shared/chips.tsx';
import { Card } from '../../../shared/page.tsx';
import { useDecideSupplier } from '../api/suppliers.ts';
import type { SupplierChange } from '../api/types.ts';
import classes from '../operations.module.css';
import { SecondPerson } from '../second-person.tsx';
import { CHANGE_STATES } from '../words.ts';
import { changeWords, scopeWords } from './words.ts';

/** Whom somebody wanted to supply what, why, and what became of it. */
export function SupplierChangeCard({ change, title }: { change: SupplierChange; title?: string }) {
  const decide = useDecideSupplier();
  const { label, colour } = CHANGE_STATES[change.state];
  return (
    <Card
      title={title ?? `${change.askedBy} ${change.state === 'IN_FORCE' ? 'chose' : 'wanted'} a supplier`}
      aside={<Chip color={colour}>{label}</Chip>}
      hint={
        <>
          {change.askedBy}, <Ago at={change.askedAt} />: “{change.reason}”
        </>
      }
    >
      <p className={classes.text}>
        {change.scope.includes('.') ? (
          <Link to="/operations" search={{ operation: change.scope }}>
            {change.scope}
          </Link>
        ) : (
          scopeWords(change.scope)
        )}
        : <strong>{changeWords(change)}</strong>
      </p>
      {change.decidedBy && change.decidedAt && (
        <p className={classes.text}>
          {change.decidedBy}, <Ago at={change.decidedAt} />
          {change.decidedReason ? `: “${change.decidedReason}”` : ' agreed'}
          {change.release ? ` (release ${change.release})` : ''}
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
