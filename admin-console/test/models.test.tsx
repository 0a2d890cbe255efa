import type { ModelCandidate, ModelRoute, Models, ModelUsage } from '@openteller/web-kit';
import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { spentByBank, today, toneOf } from '../src/features/models/budgets/spent.ts';
import { modelsIn, totalsOf } from '../src/features/models/overview/figures.ts';
import { better } from '../src/features/models/playground/better.ts';
import { choicesIn, firstChoices } from '../src/features/models/playground/choices.ts';
import { faultWords } from '../src/features/models/routes/fault-words.ts';
import { partsOf, problemsOf } from '../src/features/models/routes/route-check.ts';
import {
  blankRoute,
  draftOf,
  moveCandidate,
  routeOf,
  sameRoute,
} from '../src/features/models/routes/route-draft.ts';
import { modelsSearch } from '../src/features/models/search.ts';
import { openConsole } from './console.tsx';

const WAIT = { timeout: 25_000 };
const candidate = (model: string, more: Partial<ModelCandidate> = {}): ModelCandidate => ({
  plugin: 'llm',
  model,
  weight: 50,
  shadow: false,
  ...more,
});
const route = (...candidates: ModelCandidate[]): ModelRoute => ({
  ...blankRoute('ANSWER'),
  on: true,
  candidates,
});
const used = (more: Partial<ModelUsage>): ModelUsage => ({
  at: '2026-11-21T10:00:00Z',
  task: 'ANSWER',
  plugin: 'llm',
  model: 'a',
  calls: 1,
  failed: 0,
  inputTokens: 10,
  outputTokens: 5,
  costMinor: 2,
  ...more,
});

describe('a route', () => {
  it('gives a model on trial its share first, then the first rank its weights, and the rest what those fail at', () => {
    const parts = partsOf([
      candidate('a', { rank: 1, weight: 60 }),
      candidate('b', { rank: 1, weight: 20 }),
      candidate('c', { rank: 2 }),
      candidate('d', { canaryPercent: 20 }),
      candidate('e', { shadow: true, canaryPercent: 5 }),
    ]);
    expect(parts.map((part) => part.kind)).toEqual(['live', 'live', 'fallback', 'trial', 'shadow']);
    expect(parts.map((part) => ('share' in part ? Math.round(part.share * 100) : 0))).toEqual([
      60, 20, 0, 20, 5,
    ]);
  });

  it('keeps those together that share a rank, whatever the order they came in', () => {
    const given = route(
      candidate('c', { rank: 2 }),
      candidate('a', { rank: 1 }),
      candidate('b', { rank: 1 }),
    );
    const draft = draftOf(given);
    expect(draft.candidates.map(({ model, together }) => [model, together])).toEqual([
      ['a', false],
      ['b', true],
      ['c', false],
    ]);
    expect(routeOf(draft).candidates.map(({ rank }) => rank)).toEqual([1, 1, 2]);
    const swapped = moveCandidate(draft, draft.candidates[1]?.key ?? '', 0);
    expect(routeOf(swapped).candidates.map(({ model, rank }) => [model, rank])).toEqual([
      ['b', 1],
      ['a', 2],
      ['c', 3],
    ]);
  });

  it('moves a candidate without losing another, and never out of the list', () => {
    const draft = draftOf(route(candidate('a'), candidate('b'), candidate('c')));
    const [first] = draft.candidates;
    const names = (moved: typeof draft) => routeOf(moved).candidates.map(({ model }) => model);
    expect(names(moveCandidate(draft, first?.key ?? '', 2))).toEqual(['b', 'c', 'a']);
    expect(moveCandidate(draft, first?.key ?? '', -1)).toBe(draft);
    expect(moveCandidate(draft, first?.key ?? '', 3)).toBe(draft);
  });

  it('knows a change from another order of names', () => {
    const one = route(candidate('a'));
    const { plugin, ...rest } = candidate('a');
    expect(sameRoute(one, { ...one, candidates: [{ ...rest, plugin }] })).toBe(true);
    expect(sameRoute(one, route(candidate('a', { weight: 51 })))).toBe(false);
    expect(sameRoute(route(candidate('a'), candidate('b')), route(candidate('b'), candidate('a')))).toBe(
      false,
    );
  });

  it('says what keeps it from being saved', () => {
    expect(problemsOf(route(candidate('a')), [])).toEqual([]);
    expect(problemsOf(route(candidate('a', { shadow: true })), [])[0]).toContain('neither on trial nor');
    expect(problemsOf(route(candidate('a', { canaryPercent: 9 })), [])[0]).toContain('neither on trial nor');
    expect(problemsOf(route(candidate('')), [])[0]).toContain('without a provider or a model');
    expect(problemsOf(route(candidate('a', { region: 'us' })), ['eu'])[0]).toContain('runs in us');
    expect(problemsOf(route(candidate('a')), ['eu'])[0]).toContain('does not say where it runs');
    expect(problemsOf(route(candidate('a', { firstTokenMillis: 9, totalMillis: 8 })), [])[0]).toContain(
      'first word',
    );
  });

  it('tells a fault of one candidate by its place', () => {
    expect(faultWords({ field: 'candidates[1].totalMillis', message: 'At most 10000' })).toBe(
      'Model 2, total millis: At most 10000',
    );
  });
});

describe('budgets', () => {
  it('warn at their own share and stop at the whole', () => {
    const spent = (amount: number) => ({ name: 'Tokens', used: amount, limit: 100 });
    expect([toneOf(spent(69), 70), toneOf(spent(70), 70), toneOf(spent(100), 70)]).toEqual([
      'accent',
      'warn',
      'danger',
    ]);
    expect(toneOf({ name: 'Tokens', used: 9e9, limit: undefined }, 70)).toBe('accent');
  });

  it('begin a new day at midnight UTC', () => {
    const items = [used({ at: '2026-11-20T23:59:00Z' }), used({ at: '2026-11-21T00:00:00Z' })];
    const own = today(items, Date.parse('2026-11-21T12:00:00Z'));
    expect(own).toHaveLength(1);
    const models = { usage: { tokensToday: 30, byTask: [] } } as unknown as Models;
    expect(spentByBank({}, models, own).map((each) => each.used)).toEqual([30, 2]);
  });
});

describe('figures per model', () => {
  it('put the busiest first and add up its stretches', () => {
    const items = [used({}), used({ model: 'b', calls: 5, failed: 2 }), used({ calls: 2 })];
    expect(modelsIn(items)).toEqual(['llm b', 'llm a']);
    expect(totalsOf(items)[1]).toMatchObject({ calls: 3, tokens: 30, costMinor: 4 });
  });
});

describe('comparisons', () => {
  it('praise an answer only against one that came', () => {
    expect(better({ said: 'x', millis: 1 }, { said: 'y', millis: 2 })).toMatchObject({
      millis: true,
      costMinor: false,
    });
    expect(better({ said: 'x', millis: 1 }, { why: 'down', millis: 2 })).toEqual({});
  });

  it('offer models of enabled providers, those of the route first', () => {
    const models = {
      providers: [
        { plugin: 'llm', state: 'ENABLED', models: ['a', 'b'] },
        { plugin: 'off', state: 'DISABLED', models: ['z'] },
      ],
      routes: [route(candidate('b'), { ...candidate('z'), plugin: 'off' })],
      tasks: [],
      usage: { tokensToday: 0, byTask: [] },
    } as Models;
    expect(choicesIn(models).map(({ model }) => model)).toEqual(['a', 'b']);
    expect(firstChoices(models, 'ANSWER').map((each) => each?.model)).toEqual(['b', 'a']);
  });

  it('take from the address only what is known', () => {
    expect(modelsSearch({ tab: 'nothing', task: 'ANSWER', hours: 24 })).toEqual({ task: 'ANSWER' });
  });
});

describe('the pages of models', () => {
  let opened: Awaited<ReturnType<typeof openConsole>>;
  afterEach(() => opened.close());
  const button = (name: string | RegExp) => screen.findByRole('button', { name }, WAIT);

  it('move a candidate by its buttons, say so, and store the new order', async () => {
    opened = await openConsole('/models/ANSWER');
    fireEvent.click(await button('Move harbour-small up'));
    await screen.findByText('harbour-small is now number 1');
    fireEvent.click(await button('Save'));
    await screen.findByText(/is saved as a new release/, undefined, WAIT);
    const stored = opened.world.models.routes.find((each: ModelRoute) => each.task === 'ANSWER');
    expect(stored.candidates.map((each: ModelCandidate) => [each.model, each.rank])).toEqual([
      ['harbour-small', 1],
      ['harbour-large', 2],
      ['gull-7b', 3],
    ]);
  });

  it('keep what was typed when the platform refuses it', async () => {
    opened = await openConsole('/models/ANSWER');
    const [model] = await screen
      .findAllByRole<HTMLInputElement>('combobox', { name: 'Model' }, WAIT)
      .catch(() => screen.findAllByLabelText<HTMLInputElement>('Model'));
    if (!model) throw new Error('no field for the model');
    fireEvent.change(model, { target: { value: 'refuse-me' } });
    fireEvent.click(await button('Save'));
    await screen.findByText(/knows no model “refuse-me”/, undefined, WAIT);
    expect(model.value).toBe('refuse-me');
  });

  it('ask before a changed route is left', async () => {
    opened = await openConsole('/models/ANSWER');
    fireEvent.click(await button('Remove gull-7b'));
    fireEvent.click(screen.getAllByRole('link', { name: 'Models' })[0] as HTMLElement);
    await screen.findByText('Leave without saving?', undefined, WAIT);
  });

  it('show both answers, and why one did not come', async () => {
    opened = await openConsole('/models?tab=playground', {
      before: (world) => {
        world.models.routes[0].candidates.splice(1, 1);
      },
    });
    fireEvent.change(await screen.findByLabelText('Question', undefined, WAIT), {
      target: { value: 'A card?' },
    });
    fireEvent.click(await button('Ask both'));
    const large = await screen.findByRole('region', { name: 'Answer of harbour-large' }, WAIT);
    expect(within(large).getByText(/costs ₹200/)).toBeTruthy();
    const local = screen.getByRole('region', { name: 'Answer of gull-7b' });
    expect(within(local).getByText(/did not answer within 2 seconds/)).toBeTruthy();
  });

  it('let an auditor look at a route and change nothing', async () => {
    opened = await openConsole('/models/ANSWER', { role: 'AUDITOR' });
    await screen.findByText('80 % of the questions', undefined, WAIT);
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Move/ })).toBeNull();
  });

  it('tell alarms in words before everything else', async () => {
    opened = await openConsole('/models');
    const alarms = await screen.findByRole('region', { name: 'Alarms' }, WAIT);
    expect(alarms.textContent).toContain('A budget is nearly spent: answering.');
  });
});
