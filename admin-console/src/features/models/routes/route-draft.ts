import type { ModelCandidate, ModelRoute } from '@openteller/web-kit';

/** A candidate in the editor: the key stays with it when it moves, and its rank follows from its place. */
export interface DraftCandidate extends Omit<ModelCandidate, 'rank'> {
  key: string;
  /** It shares questions with the one above, instead of being asked when that one fails. */
  together: boolean;
}
export interface Draft extends Omit<ModelRoute, 'candidates'> {
  candidates: DraftCandidate[];
}

let made = 0;
const newKey = () => {
  made += 1;
  return `c${made}`;
};

export const blankRoute = (task: string): ModelRoute => ({
  task,
  on: false,
  candidates: [],
  fallbackOn: ['UNAVAILABLE', 'LIMITED', 'BAD_ANSWER', 'TOO_LONG', 'REFUSED'],
  budget: {},
});

export function draftOf(route: ModelRoute): Draft {
  const ordered = route.candidates
    .map((each, place) => ({ ...each, rank: each.rank ?? place + 1 }))
    .sort((a, b) => a.rank - b.rank);
  return {
    ...route,
    candidates: ordered.map(({ rank, ...each }, place) => ({
      ...each,
      key: newKey(),
      together: place > 0 && ordered[place - 1]?.rank === rank,
    })),
  };
}

export function routeOf(draft: Draft): ModelRoute {
  let rank = 0;
  const candidates = draft.candidates.map(({ key: _key, together, ...each }) => {
    if (!together || rank === 0) rank += 1;
    return { ...each, rank };
  });
  const { task, on, fallbackOn, hedgeAfterMillis, budget } = draft;
  return {
    task,
    on,
    fallbackOn,
    budget,
    candidates,
    ...(hedgeAfterMillis === undefined ? {} : { hedgeAfterMillis }),
  };
}

const FIRST_WORD = 2500;
const WHOLE = 6000;

export const addCandidate = (draft: Draft): Draft => ({
  ...draft,
  candidates: [
    ...draft.candidates,
    {
      key: newKey(),
      together: false,
      plugin: '',
      model: '',
      weight: draft.candidates.at(-1)?.weight ?? 1,
      firstTokenMillis: FIRST_WORD,
      totalMillis: WHOLE,
      shadow: false,
      maxAtOnce: 16,
    },
  ],
});

export const changeCandidate = (draft: Draft, key: string, change: Partial<DraftCandidate>): Draft => ({
  ...draft,
  candidates: draft.candidates.map((each) => (each.key === key ? { ...each, ...change } : each)),
});

export const removeCandidate = (draft: Draft, key: string): Draft => ({
  ...draft,
  candidates: draft.candidates.filter((each) => each.key !== key),
});

/** @param to the place that it takes, counted from 0; outside the list nothing moves */
export function moveCandidate(draft: Draft, key: string, to: number): Draft {
  const from = draft.candidates.findIndex((each) => each.key === key);
  const moved = draft.candidates[from];
  if (!moved || to < 0 || to >= draft.candidates.length) return draft;
  const candidates = draft.candidates.filter((each) => each.key !== key);
  candidates.splice(to, 0, moved);
  return { ...draft, candidates };
}

/** Whether the two say the same to the platform. */
export const sameRoute = (a: ModelRoute, b: ModelRoute): boolean =>
  JSON.stringify(tidy(a)) === JSON.stringify(tidy(b));

/** What is left out and what is undefined mean the same, and so does the order of names. */
function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, each]) => [name, tidy(each)]),
  );
}
