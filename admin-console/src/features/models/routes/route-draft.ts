import type { ModelCandidate, ModelRoute } from '@openteller/web-kit';
import { plural } from '../../../shared/words.ts';

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

/** What a candidate gets: a part of the questions (0 to 1), what others failed at, or none that a customer hears. */
export type Part =
  | { kind: 'live' | 'trial'; share: number }
  | { kind: 'fallback' }
  | { kind: 'shadow'; share: number };

const isLive = (each: ModelCandidate) => !each.shadow && each.canaryPercent === undefined;

/** Models on trial take their share first; the first rank has the rest, by weight. */
export function partsOf(candidates: readonly ModelCandidate[]): Part[] {
  const trials = candidates.filter((each) => !each.shadow);
  const onTrial =
    Math.min(
      100,
      trials.reduce((sum, each) => sum + (each.canaryPercent ?? 0), 0),
    ) / 100;
  const live = candidates.filter(isLive);
  const first = Math.min(...live.map((each) => each.rank ?? 1));
  const weights = live
    .filter((each) => (each.rank ?? 1) === first)
    .reduce((sum, each) => sum + each.weight, 0);
  return candidates.map((each): Part => {
    if (each.shadow) return { kind: 'shadow', share: (each.canaryPercent ?? 100) / 100 };
    if (each.canaryPercent !== undefined) return { kind: 'trial', share: each.canaryPercent / 100 };
    if ((each.rank ?? 1) !== first) return { kind: 'fallback' };
    return { kind: 'live', share: weights === 0 ? 0 : (each.weight / weights) * (1 - onTrial) };
  });
}

/** What keeps a route from being saved, in words; empty when nothing does. @param regions none: everywhere */
export function problemsOf(route: ModelRoute, regions: readonly string[]): string[] {
  const { candidates } = route;
  const onTrial = candidates
    .filter((each) => !each.shadow)
    .reduce((sum, each) => sum + (each.canaryPercent ?? 0), 0);
  const unnamed = candidates.filter((each) => !each.plugin || !each.model).length;
  const outside = candidates.filter(
    (each) => each.model && regions.length > 0 && !(each.region && regions.includes(each.region)),
  );
  return [
    !candidates.some(isLive) && 'One model must be for every question: neither on trial nor in the shadow',
    unnamed > 0 && `${plural(unnamed, 'candidate')} without a provider or a model`,
    onTrial > 100 && 'The shares on trial add up to more than 100 %',
    ...outside.map(
      (each) =>
        `${each.model} ${each.region ? `runs in ${each.region}` : 'does not say where it runs'}, and models may run in ${regions.join(', ')} alone`,
    ),
    ...candidates
      .filter((each) => (each.firstTokenMillis ?? 0) > (each.totalMillis ?? Number.POSITIVE_INFINITY))
      .map(
        (each) => `${each.model || 'A candidate'} waits longer for the first word than for the whole answer`,
      ),
  ].filter((problem) => typeof problem === 'string');
}
