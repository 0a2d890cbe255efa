import type { AskedAnswer, Cited, GateClaim } from '@openteller/web-kit';
import { type Piece, pieces } from '../../shared/spans.ts';

export interface Told {
  pieces: Piece<GateClaim>[];
  /** Numbers of the sources, from 1, as they stand in the list below the answer. */
  sources: number[];
}

export interface Telling {
  sentences: Told[];
  sources: Cited[];
}

const keyOf = (cited: Cited) => `${cited.slug} ${cited.version} ${cited.heading} ${cited.place ?? ''}`;

/**
 * The answer sentence by sentence, with the gate's claims marked where they stand and each source numbered once.
 * Claims know their place in the whole text; a text without sentences is one sentence.
 */
export function tellingOf(answer: AskedAnswer): Telling {
  const text = answer.text ?? answer.sentences.map((each) => each.text).join(' ');
  const spoken = answer.sentences.length > 0 ? answer.sentences : [{ text, citations: [] }];
  const sources: Cited[] = [];
  let from = 0;
  const sentences = spoken.map((sentence) => {
    const found = text.indexOf(sentence.text, from);
    const at = found < 0 ? from : found;
    const end = at + sentence.text.length;
    from = end;
    const claims = answer.gate.claims
      .filter((claim) => claim.end > at && claim.start < end)
      .map((claim) => ({ start: Math.max(0, claim.start - at), end: claim.end - at, mark: claim }));
    const numbers = sentence.citations.map((cited) => {
      const known = sources.findIndex((each) => keyOf(each) === keyOf(cited));
      return known >= 0 ? known + 1 : sources.push(cited);
    });
    return { pieces: pieces(sentence.text, claims), sources: [...new Set(numbers)] };
  });
  return { sentences, sources };
}
