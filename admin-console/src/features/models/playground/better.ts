import type { PlaygroundSide } from '@openteller/web-kit';

const NAMES = ['millis', 'firstTokenMillis', 'costMinor'] as const;

/** In what this answer beats the other. One that did not come beats nothing, and nothing beats it. */
export function better(
  side: PlaygroundSide,
  other: PlaygroundSide | undefined,
): Partial<Record<(typeof NAMES)[number], boolean>> {
  if (!side.said || !other?.said) return {};
  return Object.fromEntries(
    NAMES.map((name) => {
      const [own, its] = [side[name], other[name]];
      return [name, own !== undefined && its !== undefined && own < its];
    }),
  );
}
