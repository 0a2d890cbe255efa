import { Text } from '@mantine/core';
import { type QueueItem, useNow } from '@openteller/web-kit';
import { ReasonChip, TierChip, VerifiedMark } from '../../shared/chips.tsx';
import { slaOf } from '../../shared/desk/sla.ts';
import { PersonAvatar } from '../../shared/person-avatar.tsx';
import classes from './story-viewer.module.css';

/** Who waits, for how long, and why they stand where they stand in the queue. */
export function StoryHead({ item }: { item: QueueItem }) {
  const now = useNow(1_000);
  const sla = slaOf(item, now);
  return (
    <div className={classes.head}>
      <PersonAvatar name={item.customerName} size={68} ring={sla} />
      <div className={classes.who}>
        <div className={classes.nameLine}>
          <Text component="h2" fw={650} size="lg" m={0} truncate>
            {item.customerName}
          </Text>
          <TierChip tier={item.customerTier} />
        </div>
        <div className={classes.marks}>
          <ReasonChip reason={item.reason} />
          <VerifiedMark verified={item.verified} />
        </div>
        <Text size="sm" mt={6}>
          <strong className={classes.time} data-risk={sla.risk}>
            {sla.text}
          </strong>{' '}
          <span className={classes.why}>· {item.priorityReason}</span>
        </Text>
      </div>
    </div>
  );
}
