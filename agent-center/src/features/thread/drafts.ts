import { useCallback, useState } from 'react';

export type Mode = 'reply' | 'note';

// In memory only: what people write about customers does not belong in the browser's storage.
const drafts = new Map<string, string>();

// Closing the tab or an ended session would lose them: the browser asks first.
window.addEventListener('beforeunload', (event) => {
  if (drafts.size > 0) event.preventDefault();
});

/** Unsent text per conversation and mode; it is still there after a look at another conversation. */
export function useDraft(conversation: string, mode: Mode): [string, (text: string) => void] {
  const key = `${conversation} ${mode}`;
  const [, redraw] = useState(0);
  const set = useCallback(
    (text: string) => {
      if (text === '') drafts.delete(key);
      else drafts.set(key, text);
      redraw((count) => count + 1);
    },
    [key],
  );
  return [drafts.get(key) ?? '', set];
}
