import type { ModelCandidate, ModelRoute } from '@openteller/web-kit';
import { plural } from '../../../shared/words.ts';

/** A candidate in the editor: the key stays with it when it moves. */
export interface Draft extends Omit<ModelRoute, 'candidates'> {
  candidates: (ModelCandidate & { key: string })[];
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
  fallbackOn: ['UNAVAILABLE', 'LIMITED', 'BAD_ANSWER'],
  budget: {},
});

export const draftOf = (route: ModelRoute): Draft => ({
  ...route,
  candidates: route.candidates.map((each) => ({ ...each, key: newKey() })),
});

export const routeOf = (draft: Draft): ModelRoute => ({
  ...draft,
  candidates: draft.candidates.map(({ key: _key, ...each }) => each),
});

export const addCandidate = (draft: Draft): Draft => ({
  ...draft,
  candidates: [
    ...draft.candidates,
    {
      key: newKey(),
      plugin: '',
      model: '',
      weight: 100,
      firstTokenMillis: 3000,
      totalMillis: 8000,
      shadow: false,
    },
  ],
});

export const changeCandidate = (draft: Draft, key: string, change: Partial<ModelCandidate>): Draft => ({
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

/** The part of the questions that each live candidate gets, 0 to 1; a model on trial takes its share first. */
export function shares(candidates: readonly ModelCandidate[]): (number | undefined)[] {
  const live = candidates.filter((each) => !each.shadow);
  const canary =
    Math.min(
      100,
      live.reduce((sum, each) => sum + (each.canaryPercent ?? 0), 0),
    ) / 100;
  const weights = live.reduce((sum, each) => sum + (each.canaryPercent === undefined ? each.weight : 0), 0);
  return candidates.map((each) => {
    if (each.shadow) return undefined;
    if (each.canaryPercent !== undefined) return each.canaryPercent / 100;
    return weights === 0 ? 0 : (each.weight / weights) * (1 - canary);
  });
}

/** What keeps a route from being saved, in words; empty when nothing does. */
export function problemsOf(route: ModelRoute, region: string | undefined): string[] {
  const { candidates } = route;
  const live = candidates.filter((each) => !each.shadow);
  const canary = live.reduce((sum, each) => sum + (each.canaryPercent ?? 0), 0);
  const unnamed = candidates.filter((each) => !each.plugin || !each.model).length;
  const outside = candidates.filter((each) => region && each.region && each.region !== region);
  return [
    route.on && live.length === 0 && 'A route that is on needs a model whose answers are sent',
    unnamed > 0 && `${plural(unnamed, 'candidate')} without a provider or a model`,
    canary > 100 && 'The shares on trial add up to more than 100 %',
    ...outside.map((each) => `${each.model} is in ${each.region}, and your bank allows ${region} only`),
    ...candidates
      .filter((each) => (each.firstTokenMillis ?? 0) > (each.totalMillis ?? Number.POSITIVE_INFINITY))
      .map(
        (each) => `${each.model || 'A candidate'} waits longer for the first word than for the whole answer`,
      ),
  ].filter((problem) => typeof problem === 'string');
}
