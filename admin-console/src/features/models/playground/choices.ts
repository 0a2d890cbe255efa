import type { ModelChoice, Models } from '@openteller/web-kit';
import { keyOf } from '../words.ts';

/** Every model that can be asked now, by its provider. */
export function choicesIn({ providers, routes }: Models): (ModelChoice & { provider: string })[] {
  const offered = providers
    .filter(({ state }) => state === 'ENABLED')
    .flatMap(({ plugin, name, models }) => {
      // A server that does not name its models still has those that the routes use.
      const used = routes.flatMap((route) =>
        route.candidates.filter((each) => each.plugin === plugin).map((each) => each.model),
      );
      return [...new Set([...models, ...used])].map((model) => ({ plugin, model, provider: name ?? plugin }));
    });
  return [...new Map(offered.map((each) => [keyOf(each), each])).values()];
}

/** The first two of the task's route; what is missing comes from whatever can be asked. */
export function firstChoices(models: Models, task: string): [ModelChoice?, ModelChoice?] {
  const known = choicesIn(models);
  const routed = models.routes.find((each) => each.task === task)?.candidates ?? [];
  const wanted = [...routed.filter((each) => known.some((one) => keyOf(one) === keyOf(each))), ...known];
  const [left, right] = [
    ...new Map(wanted.map(({ plugin, model }) => [keyOf({ plugin, model }), { plugin, model }])).values(),
  ];
  return [left, right ?? left];
}
