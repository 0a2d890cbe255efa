import type { ChatState } from '../state/chat-state.ts';
import { useSurroundings } from './context.ts';
import { Avatar } from './group.tsx';
import { ForwardIcon, PersonIcon } from './icons.tsx';

/** Always there: the way to a person, or where one is on that way. */
export function HumanRow({ state }: { state: ChatState }) {
  const { chat, words } = useSurroundings();
  if (state.owner === 'AGENT') {
    const name = state.agentName ?? words.supportTeam;
    return (
      <p class="human with" role="status">
        <Avatar ai={false} name={name} />
        <span>{words.human.joined(name)}</span>
      </p>
    );
  }
  if (state.owner === 'QUEUE') {
    return (
      <p class="human queued" role="status">
        <i class="pulse" aria-hidden="true" />
        <span>
          <b>{words.human.queued}</b>
          {state.queuePosition !== undefined && <small>{words.human.position(state.queuePosition)}</small>}
        </span>
      </p>
    );
  }
  const asking = state.person === 'asking';
  return (
    <button
      class="human"
      type="button"
      aria-disabled={asking}
      onClick={() => asking || void chat.talkToPerson()}
    >
      <PersonIcon />
      <span>
        <b>{asking ? words.human.asking : words.human.ask}</b>
        {!asking && <small>{state.person === 'failed' ? words.human.failed : words.human.hint}</small>}
      </span>
      <ForwardIcon />
    </button>
  );
}
