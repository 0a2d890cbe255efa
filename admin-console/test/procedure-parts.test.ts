import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../src/features/procedures/api/operations.ts';
import type { Finding, Operation } from '../src/features/procedures/api/types.ts';
import { after, kept } from '../src/features/procedures/editor/use-findings.ts';
import { idFrom, idProblem } from '../src/features/procedures/list/use-create.ts';
import { checklist } from '../src/features/procedures/model/checklist.ts';
import type { Definition } from '../src/features/procedures/model/definition.ts';
import { changedNodes, differenceOf, isSame, united } from '../src/features/procedures/model/diff.ts';
import { inWords, isoOf, partsOf } from '../src/features/procedures/model/durations.ts';
import { valueWords } from '../src/features/procedures/model/field-words.ts';
import { inputValue } from '../src/features/procedures/model/inputs.ts';
import { languagesOf, missingIn, withText } from '../src/features/procedures/model/languages.ts';
import { problemWords } from '../src/features/procedures/model/problem-words.ts';
import { entryFields, onlyArguments, readables } from '../src/features/procedures/model/scope.ts';
import { operations } from './fixture/procedure-routes.mjs';
import { blockCard } from './fixture/procedures.mjs';

const card = () => blockCard() as unknown as Definition;

describe('the difference of two versions', () => {
  it('names what was added, removed and changed, field by field', () => {
    const after = card();
    const { bye, ...nodes } = after.nodes;
    expect(bye).toBeDefined();
    after.nodes = { ...nodes, last: { type: 'end', outcome: 'DONE' } };
    after.nodes.which = {
      ...nodes.which,
      attempts: 2,
      text: { en: 'Which one?' },
    } as Definition['nodes'][string];
    after.title = { ...after.title, en: 'Stop a card' };
    const difference = differenceOf(card(), after);
    expect(Object.fromEntries(changedNodes(difference).map(({ id, mark }) => [id, mark]))).toEqual({
      which: 'changed',
      bye: 'removed',
      last: 'added',
    });
    expect(difference.nodes.which?.changes).toContainEqual({ field: 'attempts', before: '3', after: '2' });
    expect(difference.nodes.which?.changes.map(({ field }) => field)).toEqual([
      'text.en',
      'text.hi',
      'attempts',
    ]);
    expect(difference.about).toEqual([{ field: 'title.en', before: 'Block a card', after: 'Stop a card' }]);
    expect(Object.keys(united(card(), after).nodes)).toContain('bye');
  });

  it('is none when only the order of names differs', () => {
    const other = card();
    other.nodes = Object.fromEntries(Object.entries(other.nodes).reverse());
    expect(isSame(differenceOf(card(), other))).toBe(true);
  });
});

describe('words for people', () => {
  it.each([
    ["Node 'verdict', field 'cases[1].next' is missing.", 'Case 2 leads nowhere yet.'],
    ["Node 'verdict', field 'otherwise' is missing.", 'Otherwise it leads nowhere yet.'],
    ["Node 'list', field 'next' is missing.", 'It leads nowhere yet.'],
    ["Node 'person', field 'team' must not be empty.", 'Team: must not be empty.'],
    ["It needs the customer's yes.", "It needs the customer's yes."],
  ])('%s', (said, read) => {
    expect(problemWords(said)).toBe(read);
  });

  it('name what a field holds as its form does', () => {
    expect(valueWords('within', 'PT15M')).toBe('15 minutes');
    expect(valueWords('methods.0', 'QUESTIONS')).toBe('Security questions');
    expect(valueWords('text.en', 'STEPPED_UP')).toBe('STEPPED_UP');
  });
});

describe('texts', () => {
  it('are wanted in the bank’s languages and in whatever the procedure speaks', () => {
    expect(languagesOf(card(), ['en', 'mr'])).toEqual(['en', 'mr', 'hi']);
    expect(missingIn({ en: 'Yes', hi: ' ' }, ['en', 'hi', 'mr'])).toEqual(['hi', 'mr']);
    expect(withText({ en: 'Yes', hi: 'हाँ' }, 'hi', '')).toEqual({ en: 'Yes' });
  });
});

describe('durations', () => {
  it('are whole minutes, hours or days, and come back as they were written', () => {
    for (const iso of ['PT10M', 'PT2H', 'P3D']) {
      const parts = partsOf(iso);
      expect(parts && isoOf(parts.amount, parts.unit)).toBe(iso);
    }
    expect(inWords('PT1H')).toBe('1 hour');
    expect(inWords('PT90S')).toBe('PT90S');
  });
});

describe('what expressions may read', () => {
  const catalogue = catalogueOf(operations() as Operation[]);

  it('are variables, the fields of results, and what is always there', () => {
    const paths = readables(card(), catalogue.outputs).map(({ path }) => path);
    expect(paths).toContain('blocked.blockedAt');
    expect(paths).toContain('cards.cards');
    expect(paths).toContain('customer.assurance');
  });

  it('are the fields of an entry where one of a list is chosen', () => {
    const fields = entryFields(card(), 'cards.cards', catalogue.outputs);
    expect(fields).toContainEqual({ path: 'it.card', type: 'reference:card' });
    expect(fields).toContainEqual({ path: 'it.last4', type: 'text' });
  });

  it('are told to an operation where there is only one that fits', () => {
    const input = catalogue.find('cards.block/v1')?.input ?? {};
    expect(onlyArguments(card(), input, catalogue.outputs)).toEqual({ card: 'card' });
    const two = card();
    two.variables = { ...two.variables, other: 'reference:card' };
    expect(onlyArguments(two, input, catalogue.outputs)).toEqual({});
  });

  it('know the kinds of references of the catalogue', () => {
    expect(catalogue.kinds).toEqual(expect.arrayContaining(['account', 'card']));
  });
});

describe('before a second person is asked', () => {
  const fine = {
    saved: true,
    checked: true,
    findings: [],
    difference: undefined,
    comment: 'Shorter question',
  };

  it('all must hold', () => {
    expect(checklist(fine).every(({ holds }) => holds)).toBe(true);
  });

  it.each([
    ['not saved', { saved: false }],
    ['not checked', { checked: false }],
    ['a problem', { findings: [{ rule: 'DEAD_END' }] }],
    ['a text that is missing', { findings: [{ rule: 'TEXT_MISSING' }] }],
    ['nothing new', { difference: differenceOf(card(), card()) }],
    ['no word', { comment: ' ' }],
  ])('one line stops it: %s', (_, facts) => {
    expect(checklist({ ...fine, ...facts }).filter(({ holds }) => !holds)).toHaveLength(1);
  });
});

describe('a new procedure', () => {
  it('gets an id from its title, which nobody else has', () => {
    expect(idFrom('Dispute a payment!')).toBe('dispute-a-payment');
    expect(idProblem('dispute-a-payment', [])).toBeUndefined();
    expect(idProblem('dispute-a-payment', ['dispute-a-payment'])).toMatch(/Another/);
    expect(idProblem('Dispute', [])).toMatch(/Lower-case/);
  });
});

describe('an input of a test run', () => {
  it('is a value of its type where it can be one', () => {
    expect(inputValue('12', 'integer')).toBe(12);
    expect(inputValue('50.5 INR', 'money')).toEqual({ minor: 5050, currency: 'INR' });
    expect(inputValue('yes', 'boolean')).toBe(true);
    expect(inputValue('twelve', 'integer')).toBe('twelve');
  });
});

describe('findings while a step cannot be read', () => {
  const found = (rule: string, node: string | undefined, message: string) =>
    ({ rule, node, message }) as Finding;
  const nodes = { a: {}, b: {} } as unknown as Definition['nodes'];
  const definition = { nodes } as Definition;
  const faultOfA = found('NO_DEAD_END', 'a', 'Leads nowhere.');
  const faultOfB = found('NO_PERSON', 'b', 'Nobody is reached.');
  const unread = found('BAD_DEFINITION', 'b', "Node 'b', field 'text' is missing.");

  it('those of the other steps stay, after what has to be completed first', () => {
    const known = after(after({ now: [], whole: [] }, [faultOfA, faultOfB]), [unread]);
    expect(known.now.map(({ rule }) => rule)).toEqual(['BAD_DEFINITION']);
    expect(kept(known, definition)).toEqual([faultOfA]);
  });

  it('those of a step that is gone go with it', () => {
    const known = after(after({ now: [], whole: [] }, [faultOfA]), [unread]);
    expect(kept(known, { nodes: { b: {} } } as unknown as Definition)).toEqual([]);
  });

  it('nothing is older once all steps can be read again', () => {
    const known = after(after(after({ now: [], whole: [] }, [faultOfA]), [unread]), [faultOfB]);
    expect(known.now).toEqual([faultOfB]);
    expect(kept(known, definition)).toEqual([]);
  });
});
