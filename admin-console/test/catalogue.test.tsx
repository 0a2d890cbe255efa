import type { AvailablePlugin, Plugin } from '@openteller/web-kit';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { complete } from '../src/features/plugins/api/plugins.ts';
import { fittingPlugins, needsAttention } from '../src/features/plugins/catalogue/fitting.ts';
import { catalogueSearch, pluginSearch } from '../src/features/plugins/search.ts';
import { updateFor } from '../src/features/plugins/updates.ts';
import { compareVersions, hostWords } from '../src/features/plugins/words.ts';
import { openConsole } from './console.tsx';
import { plugins } from './fixture/plugins.mjs';

const WAIT = { timeout: 25_000 };
const all = (plugins() as Plugin[]).map(complete);
const ids = (found: Plugin[]) => found.map((each) => each.id);
const offer = (id: string, version: string) => ({ id, version }) as AvailablePlugin;

describe('versions', () => {
  it.each([
    ['1.10.0', '1.9.9', 1],
    ['1.0.0', '1.0.0-rc.1', 1],
    ['1.0.0-rc.2', '1.0.0-rc.10', -1],
    ['2.0.0+build', '2.0.0', 0],
  ])('%s against %s is %i', (a, b, order) => expect(Math.sign(compareVersions(a, b))).toBe(order));

  it('offer the newest above this bank’s, and say whether it is installed already', () => {
    const [sandbox] = all;
    if (!sandbox) throw new Error('the fixture has no plugin');
    expect(updateFor(sandbox, [])).toEqual({ version: '0.3.0', installed: true });
    expect(updateFor(sandbox, [offer(sandbox.id, '0.4.0')])).toEqual({ version: '0.4.0', installed: false });
    expect(updateFor({ ...sandbox, version: '0.3.0' }, [offer('other', '9.0.0')])).toBeUndefined();
  });
});

describe('the catalogue', () => {
  it('is narrowed by words, by kind and by what somebody should look at', () => {
    expect(ids(fittingPlugins(all, { q: 'kiosk partners' }, []))).toEqual(['channel-branch-kiosk']);
    expect(ids(fittingPlugins(all, { kind: 'llm' }, []))).toEqual(['llm-harbour']);
    expect(ids(fittingPlugins(all, { show: 'attention' }, []))).toEqual(['identity-otp']);
    expect(ids(fittingPlugins(all, { show: 'waiting' }, []))).toEqual(['llm-harbour']);
  });

  it('calls nobody for a plugin that is switched off', () => {
    const [sandbox] = all;
    const down = { ...sandbox, health: { state: 'DOWN' } } as Plugin;
    expect(needsAttention(down)).toBe(true);
    expect(needsAttention({ ...down, state: 'DISABLED' })).toBe(false);
  });

  it('takes from the address only what it knows', () => {
    expect(catalogueSearch({ view: 'gone', kind: 'llm', show: 'all' })).toEqual({ kind: 'llm' });
    expect(pluginSearch({ tab: 'usage', hours: '168' })).toEqual({ tab: 'usage', hours: 168 });
    expect(pluginSearch({ tab: 'overview', hours: '24' })).toEqual({});
  });

  it('reads hosts aloud', () => {
    const title = () => 'Base address';
    expect(hostWords('*.ledger.example', title)).toBe('ledger.example and everything below it');
    expect(hostWords('{baseUrl}', title)).toBe('The address in the setting “Base address”');
    expect(hostWords('core.example:8443', title)).toBe('core.example:8443');
  });
});

describe('the page of the catalogue', () => {
  let opened: Awaited<ReturnType<typeof openConsole>>;
  afterEach(() => opened.close());

  it('finds while one types, and says what to do when nothing fits', async () => {
    opened = await openConsole('/plugins');
    await screen.findByRole('link', { name: 'Banking sandbox' }, WAIT);
    fireEvent.change(screen.getByLabelText('Search plugins'), { target: { value: 'nothing like it' } });
    await screen.findByText('No plugin fits these filters', undefined, WAIT);
    fireEvent.click(screen.getAllByRole('button', { name: 'Clear filters' })[0] as HTMLElement);
    await screen.findByRole('link', { name: 'Banking sandbox' }, WAIT);
  });

  it('goes on without its directory, and says so', async () => {
    opened = await openConsole('/plugins?view=available', {
      before: (world) => {
        world.directory = { source: 'https://plugins.example', reachable: false, detail: 'No network' };
      },
    });
    await screen.findByText(/The directory does not answer/, undefined, WAIT);
    fireEvent.click(screen.getByRole('tab', { name: /Installed/ }));
    await screen.findByRole('link', { name: 'Banking sandbox' }, WAIT);
  });

  it('keeps settings that are not saved when another tab is opened', async () => {
    opened = await openConsole('/plugins/banking-sandbox?tab=settings');
    const key = await screen.findByLabelText(/Delay of each answer/, undefined, WAIT);
    fireEvent.change(key, { target: { value: '77' } });
    fireEvent.click(screen.getByRole('tab', { name: 'Usage' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Keep writing' }, WAIT));
    await waitFor(() => expect(screen.queryByText('Leave without saving?')).toBeNull(), WAIT);
    expect(screen.getByLabelText<HTMLInputElement>(/Delay of each answer/).value).toBe('77');
  });

  it('asks for a second person when enabling asks for more', async () => {
    opened = await openConsole('/plugins/channel-branch-kiosk');
    fireEvent.click(await screen.findByRole('button', { name: 'Test connection' }, WAIT));
    await screen.findByText(/The connection works/, undefined, WAIT);
    fireEvent.click(screen.getByRole('button', { name: 'Enable' }));
    await screen.findByText(/A second person has to approve it/, undefined, WAIT);
    expect(opened.world.plugins[2].state).toBe('DISABLED');
  });
});
