import { describe, expect, it } from 'vitest';
import { arrange, placed } from '../src/features/procedures/model/arrange.ts';
import { blankSheet, completeSheet } from '../src/features/procedures/model/blank.ts';
import { type Definition, orderOf, type Sheet } from '../src/features/procedures/model/definition.ts';
import {
  addNode,
  addOperation,
  changeDefinition,
  changeNode,
  connect,
  duplicateNode,
  keepInto,
  moveNodes,
  removeNode,
  renameNode,
  reorder,
} from '../src/features/procedures/model/edits.ts';
import { exitsOf, withMentions } from '../src/features/procedures/model/exits.ts';
import { leadOpen, openWays } from '../src/features/procedures/model/open-ways.ts';
import { renameVariable } from '../src/features/procedures/model/rename-variable.ts';
import { exitRows, heightOf, WIDTH } from '../src/features/procedures/model/rows.ts';
import { NODE_TYPES } from '../src/features/procedures/model/summary.ts';
import { walk } from '../src/features/procedures/model/walk.ts';
import { begin, step } from '../src/shared/drafts/history.ts';
import { blockCard } from './fixture/procedures.mjs';

const card = (): Sheet => placed(completeSheet(blockCard() as unknown as Definition));
const json = (value: unknown) => JSON.stringify(value);
const nodeOf = (sheet: Sheet, id: string) => {
  const node = sheet.definition.nodes[id];
  if (!node) throw new Error(`no step ${id}`);
  return node;
};

const EDITS: [string, (sheet: Sheet) => Sheet][] = [
  ...NODE_TYPES.map((type): [string, (sheet: Sheet) => Sheet] => [
    `adding ${type}`,
    (now) => addNode(now, type),
  ]),
  ['adding after a step', (now) => addNode(now, 'answer', { id: 'list' })],
  ['adding an operation', (now) => addOperation(now, 'cards.unblock/v1', { id: 'block', exit: 'on:error' })],
  ['removing', (now) => removeNode(now, 'person')],
  ['removing the first step', (now) => removeNode(now, 'who')],
  ['renaming', (now) => renameNode(now, 'person', 'colleague')],
  ['duplicating', (now) => duplicateNode(now, 'block')],
  ['leading a way elsewhere', (now) => connect(now, 'which', ['next'], 'bye')],
  ['letting a way go', (now) => connect(now, 'which', ['on:timeout'], undefined)],
  ['leading several ways at once', (now) => connect(now, 'list', ['on:error', 'on:timeout'], 'bye')],
  ['reordering', (now) => reorder(now, 'who', 2)],
  ['moving on the canvas', (now) => moveNodes(now, { who: { x: 9, y: 9 } })],
  [
    'changing a field',
    (now) => changeNode(now, 'which', (node) => ({ ...node, attempts: 1 }) as typeof node),
  ],
  ['keeping a result', (now) => keepInto(now, 'list', 'mine', 'result:cards.list/v1')],
  ['changing variables', (now) => changeDefinition(now, { variables: {} })],
];

describe('every edit', () => {
  it.each(EDITS)('%s changes something, and undo and redo lead back and forth', (_, edit) => {
    const before = begin(card());
    const after = step(before, { kind: 'edit', edit });
    expect(json(after.present)).not.toBe(json(before.present));
    const undone = step(after, { kind: 'undo' });
    expect(json(undone.present)).toBe(json(before.present));
    expect(json(step(undone, { kind: 'redo' }).present)).toBe(json(after.present));
  });

  it('leaves the sheet that it began with as it was', () => {
    const sheet = card();
    const kept = json(sheet);
    for (const [, edit] of EDITS) edit(sheet);
    expect(json(sheet)).toBe(kept);
  });

  it('leads only to steps that are there, whatever was done before', () => {
    let sheet = card();
    for (const [, edit] of EDITS) {
      sheet = edit(sheet);
      for (const node of Object.values(sheet.definition.nodes)) {
        for (const { target } of exitsOf(node))
          if (target) expect(sheet.definition.nodes).toHaveProperty(target);
      }
      const { start } = sheet.definition;
      if (start) expect(sheet.definition.nodes).toHaveProperty(start);
      expect(new Set(orderOf(sheet))).toEqual(new Set(Object.keys(sheet.definition.nodes)));
    }
  });
});

describe('history', () => {
  const title = (text: string) => (sheet: Sheet) => changeDefinition(sheet, { title: { en: text } });

  it('undoes the letters of one field together, and two fields one by one', () => {
    let history = begin(card());
    for (const text of ['A', 'Ab', 'Abc']) {
      history = step(history, { kind: 'edit', edit: title(text), mark: 'title' });
    }
    history = step(history, { kind: 'edit', edit: (sheet) => renameNode(sheet, 'bye', 'end') });
    history = step(history, { kind: 'undo' });
    expect(history.present.definition.title).toEqual({ en: 'Abc' });
    history = step(history, { kind: 'undo' });
    expect(history.present.definition.title.en).toBe('Block a card');
  });

  it('does not count an edit that changes nothing', () => {
    const history = step(begin(card()), { kind: 'edit', edit: (sheet) => renameNode(sheet, 'who', 'list') });
    expect(history.past).toHaveLength(0);
  });

  it('forgets what was undone once something else is done', () => {
    let history = step(begin(card()), { kind: 'edit', edit: title('One') });
    history = step(history, { kind: 'undo' });
    history = step(history, { kind: 'edit', edit: title('Two') });
    expect(step(history, { kind: 'redo' }).present.definition.title).toEqual({ en: 'Two' });
  });
});

describe('canvas and outline', () => {
  it('give the same definition for the same procedure', () => {
    // On the canvas: steps are dropped at places, ways that share a row are drawn together.
    let canvas: Sheet = blankSheet('x', { en: 'X' });
    canvas = addNode(canvas, 'verify', undefined, { x: 0, y: 0 });
    canvas = addOperation(canvas, 'cards.list/v1', { id: 'verify', exit: 'next' }, { x: 0, y: 200 });
    canvas = addNode(canvas, 'handoff', { id: 'verify', exit: 'on:failed' }, { x: 300, y: 300 });
    canvas = connect(
      canvas,
      'verify',
      exitRows(nodeOf(canvas, 'verify')).flatMap((row) => (row.target ? [] : row.keys)),
      'person',
    );
    canvas = connect(
      canvas,
      'list',
      exitRows(nodeOf(canvas, 'list')).find((row) => row.aside)?.keys ?? [],
      'person',
    );
    canvas = addNode(canvas, 'end', { id: 'list', exit: 'next' }, { x: 0, y: 500 });
    canvas = moveNodes(canvas, { done: { x: 20, y: 520 } });

    // In the outline: one list, one way at a time.
    let outline: Sheet = blankSheet('x', { en: 'X' });
    for (const type of ['verify'] as const) outline = addNode(outline, type);
    outline = addOperation(outline, 'cards.list/v1', { id: 'verify' });
    outline = addNode(outline, 'end', { id: 'list' });
    outline = addNode(outline, 'handoff');
    for (const key of ['on:failed', 'on:timeout'] as const) {
      outline = connect(outline, 'verify', [key], 'person');
    }
    for (const key of ['on:error', 'on:timeout', 'on:refused'] as const) {
      outline = connect(outline, 'list', [key], 'person');
    }
    outline = reorder(outline, 'person', -2);

    expect(outline.definition).toEqual(canvas.definition);
  });

  it('keep the order of the steps although the platform does not', () => {
    const sheet = reorder(card(), 'person', -3);
    const shuffled = Object.fromEntries(Object.entries(sheet.definition.nodes).reverse());
    const back = completeSheet({ ...sheet.definition, nodes: shuffled }, sheet.layout);
    expect(orderOf(back)).toEqual(orderOf(sheet));
  });
});

describe('a step', () => {
  it('has a way out for whatever can happen to it, and no other', () => {
    const keys = (id: string) => exitsOf(nodeOf(card(), id)).map(({ key }) => key);
    expect(keys('which')).toEqual(['next', 'on:gaveUp', 'on:timeout']);
    expect(keys('list')).toEqual(['next', 'on:error', 'on:timeout', 'on:refused']);
    expect(keys('person')).toEqual([]);
  });

  it('says which ways may be left out', () => {
    const needed = (id: string) =>
      exitsOf(nodeOf(card(), id)).flatMap(({ key, needed: must }) => (must ? [key] : []));
    expect(needed('who')).toEqual(['next', 'on:failed', 'on:timeout']);
    expect(needed('which')).toEqual(['next', 'on:gaveUp']);
    const timed = changeNode(card(), 'which', (node) => ({ ...node, within: 'PT10M' }) as typeof node);
    expect(exitsOf(nodeOf(timed, 'which')).every((exit) => exit.needed)).toBe(true);
  });

  it('takes its name along wherever it is mentioned', () => {
    const sheet = renameNode(card(), 'block', 'stop');
    expect(nodeOf(sheet, 'sure')).toMatchObject({ operation: 'stop', next: 'stop' });
    expect(sheet.layout.nodes).toHaveProperty('stop');
    expect(withMentions(nodeOf(sheet, 'sure'), () => undefined)).not.toHaveProperty('operation');
  });

  it('keeps its name when the other is taken', () => {
    const sheet = card();
    expect(renameNode(sheet, 'who', 'list')).toBe(sheet);
  });

  it('that is new takes the first planned way that leads nowhere', () => {
    const open = connect(card(), 'list', ['next'], undefined);
    const sheet = addNode(open, 'answer', { id: 'list' });
    expect(nodeOf(sheet, 'list')).toMatchObject({ next: sheet.added });
    expect(orderOf(sheet).indexOf(sheet.added)).toBe(orderOf(sheet).indexOf('list') + 1);
  });

  it('that is new stands between where the only planned way leads somewhere already', () => {
    const before = nodeOf(card(), 'list') as { next?: string };
    const sheet = addNode(card(), 'answer', { id: 'list' });
    expect(nodeOf(sheet, 'list')).toMatchObject({ next: sheet.added });
    expect(nodeOf(sheet, sheet.added)).toMatchObject({ next: before.next });
  });

  it('that is new and ends comes in nobody’s way, unless that way was chosen', () => {
    const before = nodeOf(card(), 'list');
    expect(nodeOf(addNode(card(), 'end', { id: 'list' }), 'list')).toEqual(before);
    const chosen = addNode(card(), 'end', { id: 'list', exit: 'on:error' });
    expect(nodeOf(chosen, 'list')).toMatchObject({ on: { error: chosen.added } });
  });

  it('that is new has the name that is wished for, as far as it is free', () => {
    expect(addNode(card(), 'ask', undefined, undefined, 'which-shop').added).toBe('which-shop');
    expect(addNode(card(), 'ask', undefined, undefined, 'which').added).toBe('which2');
    expect(addNode(card(), 'ask', undefined, undefined, 'not a name').added).toBe('ask');
  });

  it('that asks for a yes is for the operation that comes after it, a colleague’s in between as well', () => {
    let sheet: Sheet = blankSheet('refund', {});
    let last: string | undefined;
    const add = (made: Sheet & { added: string }) => {
      sheet = made;
      last = made.added;
    };
    const after = () => (last ? { id: last } : undefined);
    add(addNode(sheet, 'confirm', after()));
    add(addNode(sheet, 'decide', after()));
    add(addNode(sheet, 'approve', after()));
    add(addOperation(sheet, 'refunds.execute/v1', after()));
    expect(nodeOf(sheet, 'confirm')).toMatchObject({ operation: 'execute' });
    expect(nodeOf(sheet, 'approve')).toMatchObject({ operation: 'execute', next: 'execute' });
    const between = addNode(sheet, 'confirm', { id: 'approve' });
    expect(nodeOf(between, between.added)).toMatchObject({ operation: 'execute', next: 'execute' });
  });

  it('that asks for a yes to one operation keeps it when another comes', () => {
    const sheet = addOperation(card(), 'cards.unblock/v1', { id: 'sure' });
    expect(nodeOf(sheet, 'sure')).toMatchObject({ operation: 'block', next: sheet.added });
  });

  it('keeps a result in a variable that becomes known with its type', () => {
    const sheet = keepInto(card(), 'list', 'all', 'result:cards.list/v1');
    expect(sheet.definition.variables.all).toBe('result:cards.list/v1');
  });

  it('keeps what is worth it by itself, under a name that tells what it is', () => {
    const names = ['cards.list/v1', 'transactions.match/v1', 'fraud.device_check/v1'].map((operation) => {
      const made = addOperation(blankSheet('x', {}), operation, undefined, undefined, { keeps: true });
      return Object.keys(made.definition.variables).join();
    });
    expect(names).toEqual(['cards', 'found', 'deviceCheck']);
  });

  it('takes along a variable that nothing reads once its result is kept under another name', () => {
    const made = addOperation(blankSheet('x', {}), 'cards.list/v1', undefined, undefined, { keeps: true });
    const renamed = keepInto(made, made.added, 'mine', 'result:cards.list/v1', 'cards');
    expect(renamed.definition.variables).toEqual({ mine: 'result:cards.list/v1' });
    const read = changeNode(
      addNode(made, 'answer'),
      'say',
      (node) => ({ ...node, set: { first: 'cards.cards[0]' } }) as typeof node,
    );
    expect(
      keepInto(read, made.added, 'mine', 'result:cards.list/v1', 'cards').definition.variables,
    ).toHaveProperty('cards');
  });
});

describe('a variable with another name', () => {
  const everywhere = (): Sheet => {
    const definition = {
      id: 'x',
      title: {},
      variables: { card: 'reference:card', other: 'text' },
      inputs: {},
      nodes: {
        set: { type: 'answer', set: { card: 'found.card', other: "'card ' + card.card" } },
        ask: {
          type: 'ask',
          text: { en: 'Is card right: ${card}, ${other.card}?' },
          answer: { type: 'text', from: 'card.list', label: { en: '${it.card}' }, value: 'it.card' },
          into: 'card',
        },
        do: { type: 'operation', operation: 'cards.block/v1', with: { card: 'card' } },
        way: { type: 'decide', cases: [{ when: "card_old == card || card == 'card'" }] },
        person: { type: 'handoff', team: 'card', text: {}, facts: { card: 'size(card)' } },
        other: { type: 'subflow', procedure: 'card', with: { card: 'card' }, into: { card: 'card' } },
      },
    };
    return completeSheet(definition as unknown as Definition);
  };

  it('keeps being kept, set, read and said, and nothing else that is called the same changes', () => {
    const { variables, nodes } = renameVariable(everywhere(), 'card', 'chosen').definition;
    expect(variables).toEqual({ chosen: 'reference:card', other: 'text' });
    expect(nodes).toMatchObject({
      set: { set: { chosen: 'found.card', other: "'card ' + chosen.card" } },
      ask: {
        text: { en: 'Is card right: ${chosen}, ${other.card}?' },
        answer: { type: 'text', from: 'chosen.list', label: { en: '${it.card}' }, value: 'it.card' },
        into: 'chosen',
      },
      do: { operation: 'cards.block/v1', with: { card: 'chosen' } },
      way: { cases: [{ when: "card_old == chosen || chosen == 'card'" }] },
      person: { team: 'card', facts: { card: 'size(chosen)' } },
      other: { procedure: 'card', with: { card: 'chosen' }, into: { chosen: 'card' } },
    });
  });

  it('is as before when it is given its first name back, and never takes that of another', () => {
    const sheet = everywhere();
    expect(renameVariable(renameVariable(sheet, 'card', 'chosen'), 'chosen', 'card')).toEqual(sheet);
    expect(renameVariable(sheet, 'card', 'other')).toBe(sheet);
  });
});

describe('what goes wrong', () => {
  it('is led to a step for all steps at once, and what leads somewhere stays', () => {
    let sheet: Sheet = addOperation(card(), 'cards.unblock/v1', { id: 'block' });
    sheet = addOperation(sheet, 'cards.replace/v1', { id: 'unblock' });
    const open = openWays(sheet.definition);
    expect(open).toHaveLength(6);
    const led = leadOpen(sheet, 'error', 'bye');
    expect(openWays(led.definition)).toEqual(open.filter(({ edge }) => edge !== 'error'));
    expect(nodeOf(led, 'replace')).toMatchObject({ on: { error: 'bye' } });
    expect(nodeOf(led, 'block')).toEqual(nodeOf(sheet, 'block'));
  });
});

describe('arranging', () => {
  it('gives each step a place that no other overlaps', () => {
    const { layout, definition } = arrange(card());
    const boxes = Object.entries(layout.nodes).map(([id, { x, y }]) => ({
      x,
      y,
      bottom: y + heightOf(nodeOf({ definition, layout }, id)),
    }));
    expect(boxes).toHaveLength(8);
    for (const [at, one] of boxes.entries()) {
      for (const other of boxes.slice(at + 1)) {
        const apart = Math.abs(one.x - other.x) >= WIDTH || one.bottom <= other.y || other.bottom <= one.y;
        expect(apart).toBe(true);
      }
    }
  });

  it('leaves places alone where each step has one', () => {
    const sheet = moveNodes(card(), { who: { x: 777, y: 5 } });
    expect(placed(sheet)).toBe(sheet);
  });
});

describe('walking with the arrow keys', () => {
  it('goes down along the way, up to where the customer came from, and begins at the beginning', () => {
    const sheet = card();
    expect(walk(sheet, undefined, 'down')).toBe('who');
    expect(walk(sheet, 'who', 'down')).toBe('list');
    expect(walk(sheet, 'which', 'up')).toBe('list');
    expect(walk(sheet, 'person', 'down')).toBeUndefined();
  });

  it('reaches every step from the first one', () => {
    const sheet = card();
    const seen = new Set<string>();
    const visit = (id: string | undefined): void => {
      if (!id || seen.has(id)) return;
      seen.add(id);
      for (const direction of ['down', 'up', 'left', 'right'] as const) visit(walk(sheet, id, direction));
    };
    visit('who');
    expect(seen.size).toBe(Object.keys(sheet.definition.nodes).length);
  });
});
