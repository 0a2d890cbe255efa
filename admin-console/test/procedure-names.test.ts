import { describe, expect, it } from 'vitest';
import { completeSheet } from '../src/features/procedures/model/blank.ts';
import {
  inTemplate,
  readingsOf,
  renamed,
  tokensOf,
  wouldBeCaught,
} from '../src/features/procedures/model/cel.ts';
import type { Definition, Sheet } from '../src/features/procedures/model/definition.ts';
import { nameProblem, renameVariable } from '../src/features/procedures/model/rename-variable.ts';
import { begin, step } from '../src/shared/drafts/history.ts';
import { blockCard } from './fixture/procedures.mjs';

describe('a variable in an expression', () => {
  it.each([
    ['card', 'plastic'],
    ['card.card', 'plastic.card'],
    ['other.card', 'other.card'],
    ['other.?card', 'other.?card'],
    ['cards + card', 'cards + plastic'],
    ['\'card\' + card + "card"', '\'card\' + plastic + "card"'],
    ["'it\\'s card' + card", "'it\\'s card' + plastic"],
    ["r'\\' + card", "r'\\' + plastic"],
    ['"""card "card" """ + card', '"""card "card" """ + plastic'],
    ['card(1) + card', 'card(1) + plastic'],
    ['x.card(card)', 'x.card(plastic)'],
    ['{card: card}', '{plastic: plastic}'],
    ['{"card": card}', '{"card": plastic}'],
    ['Thing{card: card, b: 1}', 'Thing{card: plastic, b: 1}'],
    ['has(card.last4) ? card.last4 : card', 'has(plastic.last4) ? plastic.last4 : plastic'],
    ['list[card]', 'list[plastic]'],
    ['1.5 + card', '1.5 + plastic'],
    ['card // card\n + card', 'plastic // card\n + plastic'],
    ['card in card', 'plastic in plastic'],
    ['cards.map(card, card.last4)', 'cards.map(card, card.last4)'],
    ['card.map(card, card.last4)', 'plastic.map(card, card.last4)'],
    ['cards.exists(one, one == card)', 'cards.exists(one, one == plastic)'],
    ['a.filter(card, card.ok).size() + card', 'a.filter(card, card.ok).size() + plastic'],
    ['a.all(x, b.exists(card, card == x)) && card', 'a.all(x, b.exists(card, card == x)) && plastic'],
    ["card + 'half", "plastic + 'half"],
    ['card.', 'plastic.'],
  ])('%s becomes %s', (text, expected) => expect(renamed(text, 'card', 'plastic')).toBe(expected));

  it('is not lost, whatever is written: all tokens and what is between them are the text', () => {
    const pieces = [
      'card',
      '.',
      '(',
      ')',
      '{',
      '}',
      ',',
      "'a b'",
      '1.5',
      ' ',
      '+',
      '"',
      "r'\\'",
      '?',
      '[',
      ']',
      ':',
      'é',
    ];
    let seed = 7;
    const next = (most: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % most;
    };
    for (let round = 0; round < 2_000; round++) {
      const text = Array.from({ length: 1 + next(12) }, () => pieces[next(pieces.length)]).join('');
      for (const token of tokensOf(text)) expect(text.slice(token.at).startsWith(token.text)).toBe(true);
      expect(renamed(renamed(text, 'card', 'x9'), 'x9', 'card')).toBe(text);
      expect(renamed(text, 'card', 'card')).toBe(text);
    }
  });

  it('keeps its meaning: a name that an entry of a list has is caught', () => {
    expect(wouldBeCaught('cards.exists(one, one == card)', 'card', 'one')).toBe(true);
    expect(wouldBeCaught('card.exists(one, one.ok)', 'card', 'one')).toBe(false);
    expect(readingsOf('a.map(b, c)').map(({ text }) => text)).toEqual(['a', 'c']);
  });

  it('in a text is one between braces only', () => {
    const put = (text: string) => inTemplate(text, (each) => renamed(each, 'card', 'plastic'));
    expect(put('Your card ${card.last4} of ${size(cards)}')).toBe(
      'Your card ${plastic.last4} of ${size(cards)}',
    );
    expect(put("${{'a}': card}['a}']} card")).toBe("${{'a}': plastic}['a}']} card");
    expect(put('card ${card')).toBe('card ${card');
  });
});

describe('renaming a variable of a procedure', () => {
  const sheet = (): Sheet => completeSheet(blockCard() as unknown as Definition);
  const names = ({ definition }: Sheet) => Object.keys(definition.variables);

  it('rewrites every place that keeps or reads it, and nothing else', () => {
    const before = sheet();
    const after = renameVariable(before, 'cards', 'plastic');
    expect(names(after)).toEqual(names(before).map((name) => (name === 'cards' ? 'plastic' : name)));
    const expressions = JSON.stringify(after.definition.nodes);
    expect(expressions).toContain('"into":"plastic"');
    expect(expressions).toContain('"from":"plastic.cards"');
    expect(expressions).not.toContain('"into":"cards"');
    expect(expressions).toContain('"operation":"cards.block/v1"');
  });

  it('there and back again is where one was', () => {
    const before = sheet();
    for (const name of names(before)) {
      expect(renameVariable(renameVariable(before, name, 'somethingElse'), 'somethingElse', name)).toEqual(
        before,
      );
    }
  });

  it('is one step, which undo takes back', () => {
    const before = sheet();
    const after = step(begin(before), {
      kind: 'edit',
      edit: (now) => renameVariable(now, 'card', 'plastic'),
    });
    expect(names(after.present)).toContain('plastic');
    expect(step(after, { kind: 'undo' }).present).toEqual(before);
  });

  it('renames what a step sets, and what another procedure gives back to it, but not that one’s own names', () => {
    const before = sheet();
    before.definition.nodes = {
      calc: { type: 'answer', set: { card: 'card + 1' }, text: { en: '${card}' } },
      sub: { type: 'subflow', procedure: 'x', with: { card: 'card' }, into: { card: 'card' } },
    };
    expect(renameVariable(before, 'card', 'plastic').definition.nodes).toEqual({
      calc: { type: 'answer', set: { plastic: 'plastic + 1' }, text: { en: '${plastic}' } },
      sub: { type: 'subflow', procedure: 'x', with: { card: 'plastic' }, into: { plastic: 'card' } },
    });
  });

  it.each([
    ['cards', 'There is one of this name'],
    ['it', 'Expressions have this name for something else'],
    ['in', 'Expressions have this name for something else'],
    ['2nd', 'Letters, digits and _, a letter first'],
  ])('to %s is refused: %s', (name, why) => {
    const before = sheet();
    expect(nameProblem(before, 'card', name)).toBe(why);
    expect(renameVariable(before, 'card', name)).toBe(before);
  });

  it('to a name that would be caught is refused', () => {
    const before = sheet();
    before.definition.nodes = {
      d: { type: 'decide', cases: [{ when: 'cards.cards.exists(one, one.card == card)' }] },
    };
    expect(nameProblem(before, 'card', 'one')).toContain('uses this name for an entry of a list');
  });
});
