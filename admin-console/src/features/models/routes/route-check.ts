import type { ModelCandidate, ModelRoute } from '@openteller/web-kit';
import { plural } from '../../../shared/words.ts';

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
