import { useState } from 'preact/hooks';
import type { ChatState } from '../state/chat-state.ts';
import { useSurroundings } from './context.ts';
import { CheckIcon, FaceIcon } from './icons.tsx';

const LONGEST_COMMENT = 1_000;

/** After the conversation: how was it, and a new one. */
export function Ending({ state }: { state: ChatState }) {
  const { chat, words } = useSurroundings();
  return (
    <div class="ending">
      {state.rating === 'done' ? (
        <p class="outcome good" role="status">
          <CheckIcon /> {words.rating.thanks}
        </p>
      ) : (
        <RatingForm state={state} />
      )}
      <button class="second" type="button" onClick={() => chat.startOver()}>
        {words.startOver}
      </button>
    </div>
  );
}

function RatingForm({ state }: { state: ChatState }) {
  const { chat, words } = useSurroundings();
  const [rating, setRating] = useState(0);
  const [comment, setComment] = useState('');
  const sending = state.rating === 'sending';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (rating > 0 && !sending) void chat.rate(rating, comment.trim());
      }}
    >
      <fieldset>
        <legend>{words.rating.question}</legend>
        <div class="faces">
          {words.rating.levels.map((level, at) => (
            <label key={level} title={level} data-on={rating === at + 1 ? '' : undefined}>
              <input
                class="unseen"
                type="radio"
                name="rating"
                value={at + 1}
                checked={rating === at + 1}
                onChange={() => setRating(at + 1)}
              />
              <FaceIcon level={at + 1} />
              <span class="unseen">{level}</span>
            </label>
          ))}
        </div>
        <p class="level" aria-hidden="true">
          {rating > 0 ? words.rating.levels[rating - 1] : ''}
        </p>
      </fieldset>
      {rating > 0 && (
        <>
          <textarea
            rows={2}
            dir={comment ? 'auto' : undefined}
            aria-label={words.rating.comment}
            placeholder={words.rating.comment}
            maxLength={LONGEST_COMMENT}
            value={comment}
            onInput={(event) => setComment(event.currentTarget.value)}
          />
          {state.rating === 'failed' && (
            <p class="trouble" role="alert">
              {words.rating.failed}
            </p>
          )}
          <button class="primary" type="submit" aria-disabled={sending}>
            {words.rating.send}
          </button>
        </>
      )}
    </form>
  );
}
