import { Ago, toast } from '@openteller/web-kit';
import { Card } from '../../../shared/page.tsx';
import type { Finding, UnsettledCall } from '../api/types.ts';
import { useDecideFinding } from '../api/unsettled.ts';
import classes from '../operations.module.css';
import { SecondPerson } from '../second-person.tsx';

/** What one person found, for the second one. */
export function FindingCard({ call, found }: { call: UnsettledCall; found: Finding }) {
  const decide = useDecideFinding();
  return (
    <Card title={`${found.by} found: ${found.notDone ? 'it was not done' : 'it was done'}`}>
      <p className={classes.text}>
        “{found.reason}” · <Ago at={found.at} />
      </p>
      <SecondPerson
        needs="OPERATION_APPROVE"
        mine={found.mine}
        mineWords="You said this, so somebody else has to look as well."
        agreeLabel="I found the same"
        pending={decide.isPending}
        error={decide.error}
        onDecide={(agree, reason) =>
          decide.mutate(
            { callId: call.callId, agree, reason },
            { onSuccess: () => toast(agree ? 'Settled' : 'It is open again') },
          )
        }
      />
    </Card>
  );
}
