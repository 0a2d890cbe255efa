import type { Problem } from '../api/problem.ts';
import { explain } from '../text/problem-words.ts';
import { useSurroundings } from './context.ts';
import { AlertIcon } from './icons.tsx';

const FINAL: readonly string[] = ['UNKNOWN_SITE_KEY', 'ORIGIN_NOT_ALLOWED'];

/** No conversation could be begun: why, and what can be done about it. */
export function Refused({ problem }: { problem: Problem }) {
  const { chat, words } = useSurroundings();
  const identity = problem.code.startsWith('IDENTITY_TOKEN_');
  return (
    <div class="refused" role="alert">
      <AlertIcon />
      <h3>{words.problem.title}</h3>
      <p>{explain(problem, words)}</p>
      <p class="fine">{words.problem.elsewhere}</p>
      {identity && (
        <button class="primary" type="button" onClick={() => chat.continueAsGuest()}>
          {words.guest}
        </button>
      )}
      {!identity && !FINAL.includes(problem.code) && (
        <button class="primary" type="button" onClick={() => chat.startOver()}>
          {words.tryAgain}
        </button>
      )}
    </div>
  );
}
