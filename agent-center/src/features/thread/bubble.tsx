import { type Citation, clockTime, exactTime, type Message } from '@openteller/web-kit';
import {
  IconFileText,
  IconLock,
  IconShieldCheck,
  IconSparkles,
  IconThumbDown,
  IconThumbUp,
} from '@tabler/icons-react';
import { memo } from 'react';
import classes from './timeline.module.css';

interface BubbleProps {
  message: Message;
  first: boolean;
  customerName: string;
}

/** One message. The customer stands at the start, the bank's side at the end; the assistant never looks like a person. */
export const Bubble = memo(function Bubble({ message, first, customerName }: BubbleProps) {
  if (message.author === 'SYSTEM') {
    return (
      <p className={classes.system}>
        {message.text} · {clockTime(message.createdAt)}
      </p>
    );
  }
  return (
    <div className={classes.line} data-author={message.author} data-first={first || undefined}>
      {first && <Byline message={message} customerName={customerName} />}
      <div className={classes.bubble} title={exactTime(message.createdAt)}>
        <p className={classes.text} dir="auto">
          {message.text}
        </p>
        {message.card && <CardSummary card={message.card} />}
        <Citations citations={message.citations} />
        {typeof message.helpful === 'boolean' && (
          <p className={classes.verdict}>
            {message.helpful ? (
              <IconThumbUp size={13} aria-hidden />
            ) : (
              <IconThumbDown size={13} aria-hidden />
            )}
            {message.helpful ? 'The customer found this helpful' : 'The customer did not find this helpful'}
          </p>
        )}
      </div>
    </div>
  );
});

export function Citations({ citations }: { citations: readonly Citation[] }) {
  if (citations.length === 0) return null;
  return (
    <ul className={classes.citations} aria-label="Sources">
      {citations.map((citation) => (
        <li key={citation.url}>
          <a href={citation.url} target="_blank" rel="noreferrer">
            <IconFileText size={13} aria-hidden />
            {citation.title}
            {citation.heading && ` · ${citation.heading}`}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Byline({ message, customerName }: { message: Message; customerName: string }) {
  const who =
    message.author === 'CUSTOMER'
      ? customerName
      : message.author === 'ASSISTANT'
        ? 'Assistant'
        : (message.agentName ?? 'Agent');
  return (
    <div className={classes.byline}>
      {message.author === 'ASSISTANT' && <IconSparkles size={13} aria-hidden />}
      <strong>{who}</strong>
      {message.aiGenerated && <span className={classes.ai}>AI</span>}
      <time dateTime={message.createdAt}>{clockTime(message.createdAt)}</time>
    </div>
  );
}

function CardSummary({ card }: { card: NonNullable<Message['card']> }) {
  if (card.kind === 'OTP') {
    return (
      <div className={classes.card}>
        <div className={classes.cardHead}>
          <IconLock size={14} aria-hidden /> One-time code sent to {card.maskedDestination}
        </div>
      </div>
    );
  }
  const outcome = { OPEN: 'Waiting for the customer', DONE: 'Confirmed', DECLINED: 'Declined' }[card.state];
  return (
    <div className={classes.card}>
      <div className={classes.cardHead}>
        <IconShieldCheck size={14} aria-hidden /> {card.title}
        <span className={classes.outcome} data-state={card.state}>
          {outcome}
        </span>
      </div>
      <dl className={classes.cardLines}>
        {card.lines.map((line) => (
          <div key={line.label}>
            <dt>{line.label}</dt>
            <dd>{line.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
