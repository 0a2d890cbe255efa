import { Button } from '@mantine/core';
import { Ago, KeyHint, useNow } from '@openteller/web-kit';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { ReasonChip, TierChip } from '../../shared/chips.tsx';
import type { DeskItem } from '../../shared/desk/queries.ts';
import { slaOf } from '../../shared/desk/sla.ts';
import classes from '../../shared/list/row.module.css';
import { PersonAvatar } from '../../shared/person-avatar.tsx';

interface QueueRowProps {
  item: DeskItem;
  section: 'queue' | 'mine';
  open: boolean;
  gone: boolean;
  wide: boolean;
  claim: ((item: DeskItem) => void) | undefined;
}

/** One customer in the queue; the whole row opens the conversation. */
export const QueueRow = memo(function QueueRow({ item, section, open, gone, wide, claim }: QueueRowProps) {
  const now = useNow(1_000);
  const sla = slaOf(item, now);
  const mine = section === 'mine';
  return (
    <article
      className={classes.row}
      data-open={open || undefined}
      data-gone={gone || undefined}
      data-wide={wide || undefined}
    >
      <PersonAvatar name={item.customerName} size={48} ring={mine ? undefined : sla} />
      <div className={classes.main}>
        <div className={classes.top}>
          <Link
            to="/$section/$id"
            params={{ section, id: item.conversationId }}
            className={classes.link}
            data-focus
            aria-current={open ? 'true' : undefined}
          >
            {item.customerName}
          </Link>
          <TierChip tier={item.customerTier} />
          <span className={classes.time} data-risk={mine ? undefined : sla.risk}>
            {gone ? 'no longer here' : mine ? <Ago at={item.waitingSince} /> : sla.text}
          </span>
        </div>
        <p className={classes.last} dir="auto">
          {item.lastLine}
        </p>
        <div className={classes.bottom}>
          <ReasonChip reason={item.reason} />
          <span className={classes.why} title={item.priorityReason}>
            {item.priorityReason}
          </span>
        </div>
      </div>
      {claim && wide && !gone && (
        <Button
          className={classes.action}
          size="xs"
          variant="default"
          rightSection={<KeyHint keys="c" />}
          onClick={() => claim(item)}
        >
          Claim
        </Button>
      )}
    </article>
  );
});
