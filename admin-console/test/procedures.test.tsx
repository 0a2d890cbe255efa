import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { openConsole } from './console.tsx';

const WAIT = { timeout: 25_000 };
const EDITOR = '/procedures/block-card?view=outline';
let opened: Awaited<ReturnType<typeof openConsole>>;
afterEach(() => opened.close());

const button = (name: string | RegExp) => screen.findByRole('button', { name }, WAIT);
const one = (id: string) => opened.world.procedures.find((each: { id: string }) => each.id === id);
const stepButton = async (id: string) => {
  const steps = await screen.findByRole('list', { name: 'Steps' }, WAIT);
  const found = steps.querySelector<HTMLElement>(`[data-step="${id}"]`);
  if (!found) throw new Error(`no step ${id}`);
  return found;
};
const stored = (check: (definition: { nodes: Record<string, Record<string, unknown>> }) => void) =>
  waitFor(() => check(one('block-card').draft.definition), WAIT);

describe('the list of procedures', () => {
  it('says what is in force, what is a draft, what waits and what is wrong', async () => {
    opened = await openConsole('/procedures');
    const row = (await screen.findByRole('link', { name: 'Block a card' }, WAIT)).closest('tr');
    expect(row?.textContent).toMatch(/version 3.*Grace Pinto.*3 problems.*4/);
    const waiting = screen.getByRole('link', { name: /waits for a second person/ });
    expect(waiting.closest('tr')?.textContent).toContain('Balance');
  });

  it('archives one after asking', async () => {
    opened = await openConsole('/procedures');
    fireEvent.click(await button('More for payment-reminder'));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Archive' }, WAIT));
    fireEvent.click(await button('Archive'));
    await waitFor(() => expect(one('payment-reminder').archived).toBe(true), WAIT);
  });

  it('lets nobody write who may only read', async () => {
    opened = await openConsole('/procedures', { role: 'AUDITOR' });
    expect((await button('New procedure')).getAttribute('aria-disabled')).toBe('true');
  });

  it('begins a new one from one that is there', async () => {
    opened = await openConsole('/procedures?new=true');
    fireEvent.change(await screen.findByLabelText(/^Title/, undefined, WAIT), {
      target: { value: 'Stop a card' },
    });
    fireEvent.click(await screen.findByRole('combobox', { name: 'Begin with' }));
    const offers = await screen.findAllByRole('option', { name: 'Block a card', hidden: true }, WAIT);
    fireEvent.click(offers.at(-1) ?? document.body);
    fireEvent.click(await button('Create the draft'));
    await waitFor(
      () => expect(Object.keys(one('stop-a-card').draft.definition.nodes)).toContain('which'),
      WAIT,
    );
  });
});

describe('the outline', () => {
  it('moves, removes and brings back a step with keys alone', async () => {
    opened = await openConsole(EDITOR);
    const bye = await stepButton('bye');
    bye.focus();
    fireEvent.keyDown(bye, { key: 'ArrowUp', altKey: true });
    await waitFor(() => expect(one('block-card').draft.layout.order.indexOf('bye')).toBe(5), WAIT);
    fireEvent.keyDown(await stepButton('bye'), { key: 'Delete' });
    await stored(({ nodes }) => {
      expect(nodes).not.toHaveProperty('bye');
      expect(nodes.sure?.on ?? {}).not.toHaveProperty('timeout');
    });
    fireEvent.keyDown(window, { key: 'z', ctrlKey: true });
    await stored(({ nodes }) => expect(nodes.sure?.on).toMatchObject({ timeout: 'bye' }));
  });

  it('adds by its words a step that has a name, and opens it', async () => {
    opened = await openConsole(EDITOR);
    fireEvent.focus(await stepButton('list'));
    fireEvent.keyDown(window, { key: 'n' });
    const field = await screen.findByRole('combobox', { name: 'Find a step' }, WAIT);
    fireEvent.change(field, { target: { value: 'ask as which-shop' } });
    fireEvent.keyDown(field, { key: 'Enter', shiftKey: true });
    await stored(({ nodes }) => {
      expect(nodes.list).toMatchObject({ next: 'which-shop' });
      expect(nodes['which-shop']).toMatchObject({ type: 'ask', next: 'which' });
    });
    await waitFor(
      () => expect(document.activeElement?.closest('[data-inspector="which-shop"]')).toBeTruthy(),
      WAIT,
    );
  });

  it('copies a text for whoever translates it, and hands the keyboard to it', async () => {
    opened = await openConsole(EDITOR);
    fireEvent.click(await stepButton('bye'), { detail: 0 });
    fireEvent.click(await button('Copy the English text'));
    await stored(({ nodes }) => {
      const { text } = nodes.bye as { text: Record<string, string> };
      expect(text.hi).toBe(text.en);
    });
    expect(document.activeElement?.getAttribute('lang')).toBe('hi');
  });

  it('leads a way to another step, which the platform then has', async () => {
    opened = await openConsole(EDITOR);
    fireEvent.focus(await stepButton('sure'));
    const ways = await screen.findByRole('group', { name: 'Where sure leads' }, WAIT);
    fireEvent.change(within(ways).getByLabelText('says no'), { target: { value: 'person' } });
    await stored(({ nodes }) => expect(nodes.sure?.on).toMatchObject({ declined: 'person' }));
  });

  it('renames a step and everything that leads to it', async () => {
    opened = await openConsole(EDITOR);
    const step = await stepButton('person');
    fireEvent.focus(step);
    fireEvent.keyDown(step, { key: 'F2' });
    const dialog = await screen.findByRole('dialog', undefined, WAIT);
    fireEvent.change(within(dialog).getByLabelText('Name'), { target: { value: 'colleague' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Rename' }));
    await stored(({ nodes }) => expect(nodes.list?.on).toMatchObject({ error: 'colleague' }));
  });

  it('renames a variable with everything that reads it, and undo takes all of it back', async () => {
    opened = await openConsole(`${EDITOR}&panel=procedure`);
    const variables = await screen.findByRole('group', { name: 'Variables' }, WAIT);
    const name = within(variables).getByDisplayValue('cards');
    fireEvent.change(name, { target: { value: 'card' } });
    await screen.findByText('There is one of this name');
    fireEvent.change(name, { target: { value: 'held' } });
    fireEvent.keyDown(name, { key: 'Enter' });
    await stored(({ nodes }) => {
      expect(nodes.list?.into).toBe('held');
      expect(nodes.which?.answer).toMatchObject({ from: 'held.cards' });
    });
    fireEvent.click(await button('Undo'));
    await stored(({ nodes }) => expect(nodes.which?.answer).toMatchObject({ from: 'cards.cards' }));
  });

  it('can be read and not changed without the permission', async () => {
    opened = await openConsole(EDITOR, { role: 'AUDITOR' });
    fireEvent.click(await stepButton('which'));
    await screen.findByText('You can read this, not change it', undefined, WAIT);
    expect(screen.queryByRole('button', { name: /Remove/ })).toBeNull();
    expect(screen.getByRole('combobox', { name: 'Kept as' }).matches(':disabled')).toBe(true);
  });
});

describe('problems', () => {
  it('lead to their step', async () => {
    opened = await openConsole(`${EDITOR}&panel=problems`);
    fireEvent.click(await button(/bye · Text missing/));
    await screen.findByRole('heading', { name: 'bye', level: 2 }, WAIT);
    expect(screen.getByRole('list', { name: 'Problems of this step' }).textContent).toContain(
      'missing in hi',
    );
    expect(screen.getByText('missing')).toBeTruthy();
  });

  it('are gone through with one key, from within the fields', async () => {
    opened = await openConsole(EDITOR);
    await screen.findByText(/Problems \(/, undefined, WAIT);
    fireEvent.keyDown(window, { key: 'F8' });
    await screen.findByRole('list', { name: 'Problems of this step' }, WAIT);
    await waitFor(() => expect(document.activeElement?.closest('[data-inspector]')).toBeTruthy(), WAIT);
  });

  it('stop a publication, line by line', async () => {
    opened = await openConsole(EDITOR);
    fireEvent.click(await button('Publish…'));
    const dialog = await screen.findByRole('dialog', undefined, WAIT);
    await within(dialog).findByRole('button', { name: 'Show 2 problems' }, WAIT);
    fireEvent.change(within(dialog).getByLabelText(/What is new/), { target: { value: 'Shorter' } });
    expect(
      within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Ask a second person' }).disabled,
    ).toBe(true);
    expect(one('block-card').waiting).toBeUndefined();
  });
});

describe('publication', () => {
  it('is asked for with a word, and then waits', async () => {
    opened = await openConsole('/procedures/payment-reminder?view=outline');
    fireEvent.click(await button('Publish…'));
    const dialog = await screen.findByRole('dialog', undefined, WAIT);
    fireEvent.change(within(dialog).getByLabelText(/What is new/), { target: { value: 'The first one' } });
    const ask = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Ask a second person' });
    await waitFor(() => expect(ask.disabled).toBe(false), WAIT);
    fireEvent.click(ask);
    await screen.findByText('Waits for a second person.', undefined, WAIT);
    expect(one('payment-reminder').waiting.comment).toBe('The first one');
  });

  it('is not decided by whoever asked', async () => {
    opened = await openConsole('/procedures/balance?page=review', {
      before: (world) => {
        world.procedures.find((each: { id: string }) => each.id === 'balance').waiting.mine = true;
      },
    });
    fireEvent.click(await button('Approve and publish'));
    await screen.findByText(/so somebody else decides/, { selector: 'p' }, WAIT);
    expect(one('balance').waiting).toBeDefined();
  });

  it('tells each difference in words, and puts the version in force', async () => {
    opened = await openConsole('/procedures/balance?page=review');
    const changes = await screen.findByRole('region', { name: 'Changes' }, WAIT);
    expect(changes.textContent).toContain('Added');
    expect(changes.textContent).toContain('Next step');
    fireEvent.click(await button('Approve and publish'));
    await waitFor(() => expect(one('balance').published.version).toBe(2), WAIT);
  });

  it('is refused only with a reason', async () => {
    opened = await openConsole('/procedures/balance?page=review');
    fireEvent.click(await button('Refuse'));
    const dialog = await screen.findByRole('dialog', undefined, WAIT);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Refuse' }));
    await within(dialog).findByText('Write a reason');
    expect(one('balance').waiting).toBeDefined();
    fireEvent.change(within(dialog).getByLabelText(/Why not/), {
      target: { value: 'Say it in Hindi as well' },
    });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Refuse' }));
    await waitFor(() => expect(one('balance').waiting).toBeUndefined(), WAIT);
  });

  it('that was refused says so to whoever wrote it, in the list and beside the steps', async () => {
    const before = (world: typeof opened.world) => {
      const each = world.procedures.find(({ id }: { id: string }) => id === 'block-card');
      each.refused = { by: 'Priya Nair', at: new Date().toISOString(), reason: 'Say it in Hindi as well' };
    };
    opened = await openConsole(EDITOR, { before });
    await screen.findByText(/“Say it in Hindi as well”/, undefined, WAIT);
    opened.close();
    opened = await openConsole('/procedures', { before });
    expect(
      (await screen.findByText('refused', undefined, WAIT)).closest('[title]')?.getAttribute('title'),
    ).toBe('Priya Nair: “Say it in Hindi as well”');
  });
});

describe('when somebody else saved meanwhile', () => {
  const meanwhile = async () => {
    opened = await openConsole(`${EDITOR}&panel=procedure`);
    const title = (await screen.findAllByLabelText('English', undefined, WAIT))[0];
    if (!title) throw new Error('no title');
    const { draft } = one('block-card');
    draft.etag = 'e-other';
    draft.definition = { ...draft.definition, title: { en: 'Theirs', hi: 'उनका' } };
    fireEvent.change(title, { target: { value: 'Mine' } });
    fireEvent.click(await button('Decide'));
    await screen.findByText(/saved a draft/, undefined, WAIT);
  };

  it('mine is kept when I say so', async () => {
    await meanwhile();
    fireEvent.click(await button('Keep mine'));
    await waitFor(() => expect(one('block-card').draft.definition.title.en).toBe('Mine'), WAIT);
  });

  it('theirs is taken when I say so, and undo brings mine back', async () => {
    await meanwhile();
    fireEvent.click(await button('Take theirs'));
    await screen.findByRole('heading', { name: 'Theirs', level: 1 }, WAIT);
    expect(one('block-card').draft.definition.title.en).toBe('Theirs');
    fireEvent.keyDown(window, { key: 'z', ctrlKey: true });
    await screen.findByRole('heading', { name: 'Mine', level: 1 }, WAIT);
  });
});

describe('a draft without a connection', () => {
  it('is kept here, says so, and is saved once the platform answers', async () => {
    opened = await openConsole(`${EDITOR}&panel=procedure`);
    const title = (await screen.findAllByLabelText('English', undefined, WAIT))[0];
    if (!title) throw new Error('no title');
    opened.world.failing.add('/draft');
    fireEvent.change(title, { target: { value: 'Still here' } });
    await screen.findByText('Not saved', undefined, WAIT);
    opened.world.failing.clear();
    fireEvent.click(await button('Try again'));
    await waitFor(() => expect(one('block-card').draft.definition.title.en).toBe('Still here'), WAIT);
    await screen.findByText('Saved', undefined, WAIT);
  });
});

describe('a test run', () => {
  it('goes through the procedure, lights the way and does what is told to the sandbox', async () => {
    opened = await openConsole(`${EDITOR}&panel=test`);
    await screen.findByRole('option', { name: 'Asha Verma' }, WAIT);
    fireEvent.click(await button('Begin'));
    fireEvent.click(await button('Proven'));
    fireEvent.click(await button('RuPay card ending 4821'));
    fireEvent.click(await button('Confirm'));
    await screen.findByText('Finished', undefined, WAIT);
    const way = screen.getByRole('region', { name: 'The way it took' });
    expect(way.textContent).toBe('The way it tookwholistwhichsureblockdone');
    expect((await stepButton('block')).textContent).toContain('passed, 5.');
    expect(screen.getByRole('region', { name: 'Done at the bank' }).textContent).toContain(
      'Block a card: done',
    );
  });

  it('takes the other way when the bank’s system is down', async () => {
    opened = await openConsole(`${EDITOR}&panel=test`);
    await screen.findByRole('option', { name: 'Asha Verma' }, WAIT);
    fireEvent.click(await button('Begin'));
    fireEvent.change(await screen.findByLabelText('The bank’s system', undefined, WAIT), {
      target: { value: 'DOWN' },
    });
    await waitFor(() => expect([...opened.world.tests.values()][0].run.fault).toBe('DOWN'), WAIT);
    fireEvent.click(await button('Proven'));
    await screen.findByText('Handed over', undefined, WAIT);
  });
});

describe('versions', () => {
  it('are restored as a draft that can be undone', async () => {
    opened = await openConsole('/procedures/block-card?page=versions');
    fireEvent.click(await button('Restore as draft: version 1'));
    await stored(({ nodes }) => {
      expect(nodes.which?.attempts).toBe(2);
      expect(nodes).not.toHaveProperty('note');
    });
    fireEvent.keyDown(window, { key: 'z', ctrlKey: true });
    await stored(({ nodes }) => expect(nodes).toHaveProperty('note'));
  });
});
