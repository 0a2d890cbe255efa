import { openChallenge, type Row, type Said } from '../format/timeline.ts';
import type { ChatState, Message, Outgoing } from '../state/chat-state.ts';
import { explain } from '../text/problem-words.ts';
import { ConfirmCard } from './confirm-card.tsx';
import { useSurroundings } from './context.ts';
import { SparkIcon } from './icons.tsx';
import { OtpCard } from './otp-card.tsx';
import { RichText } from './rich-text.tsx';
import { Sources } from './sources.tsx';
import { Votes } from './votes.tsx';

type Group = Extract<Row, { kind: 'group' }>;

export function GroupView({ group, state, last }: { group: Group; state: ChatState; last: boolean }) {
  const { words, locale } = useSurroundings();
  const name = group.ai ? (state.session?.assistantName ?? '') : group.name || words.supportTeam;
  const final = group.said.at(-1);
  return (
    <div class={`group ${group.mine ? 'mine' : 'theirs'}`}>
      {group.mine ? (
        <h3 class="unseen">{words.author.you}</h3>
      ) : (
        <h3 class="author">
          <Avatar ai={group.ai} name={name} />
          <bdi>{name}</bdi>
          {group.ai && <span class="tag">{words.author.ai}</span>}
        </h3>
      )}
      {group.said.map((said) => (
        <SaidView key={keyOf(said)} said={said} state={state} />
      ))}
      <p class="when">
        <time dateTime={group.at.toISOString()}>{timeOf(final, locale)}</time>
        {final?.kind === 'outgoing' &&
          final.outgoing.delivery === 'sending' &&
          ` · ${words.delivery.sending}`}
        {group.mine && last && isSent(final) && ` · ${words.delivery.sent}`}
      </p>
    </div>
  );
}

export function Avatar({ ai, name }: { ai: boolean; name: string }) {
  return (
    <span class={`avatar ${ai ? 'ai' : ''}`} aria-hidden="true">
      {ai ? <SparkIcon size={16} /> : [...name.trim()][0]}
    </span>
  );
}

function SaidView({ said, state }: { said: Said; state: ChatState }) {
  if (said.kind === 'outgoing') return <OutgoingView outgoing={said.outgoing} />;
  const { message } = said;
  if (message.author === 'CUSTOMER') return <MyBubble text={message.text} />;
  return (
    <>
      {message.text && (
        <div class="bubble">
          <RichText text={message.text} />
          <Sources citations={message.citations} />
        </div>
      )}
      {message.citations.length > 0 && message !== state.partial && <Votes message={message} />}
      <CardView message={message} state={state} />
    </>
  );
}

function MyBubble({ text }: { text: string }) {
  return (
    <div class="bubble plain" dir="auto">
      {text}
    </div>
  );
}

function OutgoingView({ outgoing }: { outgoing: Outgoing }) {
  const { chat, words } = useSurroundings();
  return (
    <>
      <MyBubble text={outgoing.text} />
      {outgoing.delivery === 'held' && outgoing.problem && (
        <p class="unsent" role="status">
          {explain(outgoing.problem, words)}
        </p>
      )}
      {outgoing.delivery === 'failed' && (
        <div class="unsent" role="alert">
          <span>
            {words.delivery.failed} {outgoing.problem && explain(outgoing.problem, words)}
          </span>
          <button class="quiet" type="button" onClick={() => chat.retry(outgoing.clientMessageId)}>
            {words.delivery.retry}
          </button>
        </div>
      )}
    </>
  );
}

function CardView({ message, state }: { message: Message; state: ChatState }) {
  const { card } = message;
  if (!card) return null;
  const live = state.owner !== 'CLOSED';
  if (card.kind === 'CONFIRM') {
    return <ConfirmCard card={card} step={state.confirm[card.actionId]} live={live} />;
  }
  const wanted = live && openChallenge(state.messages, state.steppedUp) === card.challengeId;
  return <OtpCard card={card} progress={state.otp[card.challengeId]} wanted={wanted} />;
}

function keyOf(said: Said): string {
  return said.kind === 'message'
    ? (said.message.clientMessageId ?? String(said.message.seq))
    : said.outgoing.clientMessageId;
}

function isSent(said: Said | undefined): boolean {
  return said?.kind === 'message' || said?.outgoing.delivery === 'sent';
}

function timeOf(said: Said | undefined, locale: string): string {
  const at = said?.kind === 'outgoing' ? said.outgoing.createdAt : said?.message.createdAt;
  const date = new Date(at ?? '');
  return Number.isNaN(date.getTime())
    ? ''
    : new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(date);
}
