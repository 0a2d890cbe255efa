import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Locale } from '../../frame.ts';
import type { Chat } from '../state/chat.ts';
import type { ChatState } from '../state/chat-state.ts';
import type { Words } from '../text/index.ts';

export interface Surroundings {
  chat: Chat;
  words: Words;
  locale: Locale;
  apiOrigin: string;
}

export const SurroundingsContext = createContext<Surroundings | undefined>(undefined);

export function useSurroundings(): Surroundings {
  // Nothing of the chat is drawn outside of its panel, which gives them.
  return useContext(SurroundingsContext) as Surroundings;
}

export function useChatState(chat: Chat): ChatState {
  const [state, setState] = useState(chat.state);
  useEffect(() => {
    setState(chat.state);
    return chat.subscribe(() => setState(chat.state));
  }, [chat]);
  return state;
}
