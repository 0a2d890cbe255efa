import { Ago, type Plugin } from '@openteller/web-kit';
import { IconCheck, IconInfoCircle, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../../../shared/me.tsx';
import { Card } from '../../../shared/page.tsx';
import { PermitButton } from '../../../shared/permitted.tsx';
import { DifferenceList } from '../difference-list.tsx';
import { askedBy, wish } from '../pending.ts';
import { PluginMark } from '../plugin-mark.tsx';
import classes from '../plugins.module.css';
import { TrustChip } from '../state-chips.tsx';
import { DecideDialog } from './decide-dialog.tsx';

/** Who asks for what, with the difference; approved or refused by somebody else. */
export function ApprovalCard({ plugin }: { plugin: Plugin }) {
  const me = useMe();
  const [deciding, setDeciding] = useState<'approve' | 'reject'>();
  const { pending } = plugin;
  if (!pending) return null;
  const own = askedBy(pending, me);
  const blocked = own ? 'You asked for it, so somebody else has to decide' : undefined;
  return (
    <Card>
      <div className={classes.approvalHead}>
        <PluginMark id={plugin.id} kinds={plugin.kinds} />
        <div className={classes.approvalText}>
          <h2>
            {pending.askedBy} asks to {wish(pending, plugin)}
          </h2>
          <p className={classes.sub}>
            <Ago at={pending.askedAt} /> ·{' '}
            <Link to="/plugins/$id" params={{ id: plugin.id }}>
              {plugin.name}
            </Link>
            {plugin.publisher && ` by ${plugin.publisher.name}`}
          </p>
        </div>
        <TrustChip trust={plugin.trust} />
      </div>
      <h3 className={classes.approvalSub}>
        {pending.difference.from
          ? `Against version ${pending.difference.from}, which your bank approved`
          : 'Your bank has approved nothing of it before'}
      </h3>
      <DifferenceList difference={pending.difference} />
      {(own || pending.note) && (
        <p className={classes.ownNote} role="note">
          <IconInfoCircle size={16} stroke={1.8} aria-hidden />
          <span>
            {own &&
              'You asked for this, so you cannot approve it. Ask somebody else with the permission “Configure plugins”. '}
            {pending.note}
          </span>
        </p>
      )}
      <div className={classes.approvalButtons}>
        <PermitButton
          needs="PLUGIN_WRITE"
          variant="default"
          blocked={blocked}
          leftSection={<IconX size={16} />}
          onClick={() => setDeciding('reject')}
        >
          Reject
        </PermitButton>
        <PermitButton
          needs="PLUGIN_WRITE"
          blocked={blocked}
          leftSection={<IconCheck size={16} />}
          onClick={() => setDeciding('approve')}
        >
          Approve
        </PermitButton>
      </div>
      {deciding && (
        <DecideDialog
          plugin={plugin}
          approval={pending}
          approve={deciding === 'approve'}
          onClose={() => setDeciding(undefined)}
        />
      )}
    </Card>
  );
}
