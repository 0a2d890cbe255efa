import type { ChatState } from '../state/chat-state.ts';
import type { Words } from '../text/index.ts';
import { useSurroundings } from './context.ts';
import { CloseIcon, SparkIcon } from './icons.tsx';

export function Header({ state, close }: { state: ChatState; close: () => void }) {
  const { words } = useSurroundings();
  const person = state.owner === 'AGENT';
  const name = state.agentName ?? words.supportTeam;
  const bank = state.session?.bankName ?? '';
  return (
    <header>
      <span class="face" aria-hidden="true">
        {person ? [...name][0] : <SparkIcon size={24} />}
        <i data-link={state.start.kind === 'ready' ? state.link : 'offline'} />
      </span>
      <div class="titles">
        <h2>
          <bdi>{person ? name : (state.session?.assistantName ?? words.aiAssistant)}</bdi>
        </h2>
        <p>
          {subtitle(state, words)}
          {bank && ' · '}
          <bdi>{bank}</bdi>
        </p>
      </div>
      <button class="close" type="button" aria-label={words.close} onClick={close}>
        <CloseIcon />
      </button>
    </header>
  );
}

function subtitle(state: ChatState, words: Words): string {
  if (state.start.kind !== 'ready') return state.start.kind === 'starting' ? words.link.connecting : '';
  if (state.owner === 'CLOSED') return words.ended;
  if (state.owner === 'AGENT') return state.agentName ? words.withPerson(state.agentName) : words.supportTeam;
  return words.aiAssistant;
}

/** Says how the connection is; on screen only when it is not well. */
export function LinkLine({ state }: { state: ChatState }) {
  const { words } = useSurroundings();
  const troubled =
    state.start.kind === 'ready' && (state.link === 'reconnecting' || state.link === 'offline');
  return (
    <p class={troubled ? `link ${state.link}` : 'unseen'} role="status">
      {state.start.kind === 'ready' ? words.link[state.link] : ''}
    </p>
  );
}
