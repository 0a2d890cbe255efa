import { SegmentedControl } from '@mantine/core';
import { EmptyState } from '@openteller/web-kit';
import { IconFileInfo } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { IntentCorrection } from '../../shared/desk/intent-correction.tsx';
import { conversationQuery } from '../../shared/desk/queries.ts';
import { PacketCard } from '../../shared/packet-card.tsx';
import classes from './context-panel.module.css';
import { CustomerPanel } from './customer-panel.tsx';

/** Beside the conversation: what the assistant handed over, and who the customer is at the bank. */
export function ContextPanel({ id }: { id: string }) {
  const { data: detail } = useQuery(conversationQuery(id));
  const [chosen, setChosen] = useState<'handoff' | 'customer'>();
  const view = chosen ?? (detail?.packet ? 'handoff' : 'customer');
  return (
    <aside className={classes.panel} aria-label="Customer and handoff">
      <div className={classes.switch}>
        <SegmentedControl
          fullWidth
          size="sm"
          aria-label="Panel"
          value={view}
          onChange={setChosen}
          data={[
            { value: 'handoff', label: 'Handoff' },
            { value: 'customer', label: 'Customer 360' },
          ]}
        />
      </div>
      <section
        className={classes.scroll}
        tabIndex={0}
        aria-label={view === 'handoff' ? 'Handoff' : 'Customer 360'}
      >
        {view === 'customer' && <CustomerPanel id={id} />}
        {view === 'handoff' && detail?.packet && (
          <div className={classes.pad}>
            <h2 className="ot-visually-hidden">Handoff</h2>
            <PacketCard
              packet={detail.packet}
              correction={
                <IntentCorrection
                  key={id}
                  conversation={id}
                  packet={detail.packet}
                  messages={detail.messages}
                />
              }
            />
          </div>
        )}
        {view === 'handoff' && detail && !detail.packet && (
          <EmptyState
            kind="first"
            compact
            icon={<IconFileInfo size={26} stroke={1.6} />}
            title="No handoff"
            text="The assistant has this conversation in hand. When it passes it on, what it learned stands here."
          />
        )}
      </section>
    </aside>
  );
}
