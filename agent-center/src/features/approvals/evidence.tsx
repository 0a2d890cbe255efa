import { Button, Skeleton } from '@mantine/core';
import { type ConversationDetail, clockTime, type Message } from '@openteller/web-kit';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { conversationQuery } from '../../shared/desk/queries.ts';
import classes from './approvals.module.css';

/** How the customer came to ask for it: read where one decides, without losing the place. */
export function Evidence({ conversation }: { conversation: string }) {
  const [open, setOpen] = useState(false);
  const region = useId();
  return (
    <div className={classes.evidence}>
      <div className={classes.reads}>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={open}
          aria-controls={region}
          rightSection={<IconChevronDown size={15} className={classes.chevron} aria-hidden />}
          onClick={() => setOpen(!open)}
        >
          What was said
        </Button>
        <Link to="/$section/$id" params={{ section: 'live', id: conversation }}>
          Open the conversation
        </Link>
      </div>
      <div id={region} hidden={!open}>
        {open && <Said conversation={conversation} />}
      </div>
    </div>
  );
}

function Said({ conversation }: { conversation: string }) {
  const { data, isError } = useQuery(conversationQuery(conversation));
  if (isError) return <p className={classes.meta}>The conversation could not be read.</p>;
  if (!data) return <Skeleton height={120} />;
  return (
    // Scrolls by itself, so a keyboard must be able to be in it.
    <section className={classes.said} aria-label="What was said" tabIndex={0}>
      <ol>
        {data.messages.filter(spoken).map((message) => (
          <li key={message.seq} data-author={message.author}>
            <span className={classes.by}>
              {speaker(message, data)} · {clockTime(message.createdAt)}
            </span>
            <span className={classes.line} dir="auto">
              {message.text}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const spoken = (message: Message) => message.author !== 'SYSTEM' && message.text !== '';

function speaker(message: Message, { customer }: ConversationDetail): string {
  if (message.author === 'CUSTOMER') return customer.name;
  return message.author === 'ASSISTANT' ? 'Assistant' : (message.agentName ?? 'Colleague');
}
