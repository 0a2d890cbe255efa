import { humanise } from '../../../shared/words.ts';

/** `candidates[0].weight` becomes `Model 1, weight`. */
export function faultWords({ field, message }: { field: string; message: string }): string {
  const [, place, name] = /^candidates\[(\d+)\]\.(.+)$/.exec(field) ?? [];
  if (place !== undefined && name)
    return `Model ${Number(place) + 1}, ${humanise(name).toLowerCase()}: ${message}`;
  return field === 'candidates' ? message : `${humanise(field)}: ${message}`;
}
