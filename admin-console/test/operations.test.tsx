import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { openConsole } from './console.tsx';

const WAIT = { timeout: 25_000 };
let opened: Awaited<ReturnType<typeof openConsole>>;
afterEach(() => opened.close());

const button = (name: string | RegExp) => screen.findByRole('button', { name }, WAIT);
const callAt = (callId: string) => `/operations?call=${encodeURIComponent(callId)}`;
const stored = (callId: string) =>
  opened.world.unsettled.find((each: { operation: { callId: string } }) => each.operation.callId === callId);
const write = async (label: RegExp, value: string) =>
  fireEvent.change(await screen.findByLabelText(label, undefined, WAIT), { target: { value } });

describe('operations whose end nobody knows', () => {
  it('are listed with how many wait for whom', async () => {
    opened = await openConsole('/operations');
    await screen.findByRole('link', { name: 'Pay a refund' }, WAIT);
    const tiles = screen.getAllByRole('listitem').map((each) => each.textContent);
    expect(tiles).toEqual(
      expect.arrayContaining(['Wait for a person2', 'Wait for a second person1', 'The bank is being asked1']),
    );
  });

  it('are told on the dashboard', async () => {
    opened = await openConsole('/');
    await screen.findByRole('link', { name: '3 operations to settle' }, WAIT);
    await screen.findByRole('link', { name: '1 change of bounds to agree to' }, WAIT);
  });

  it('are counted beside the entry in the navigation, with the bounds and suppliers that wait', async () => {
    opened = await openConsole('/procedures');
    const nav = await screen.findByRole('navigation', { name: 'Main' }, WAIT);
    await within(nav).findByRole('link', { name: 'Operations, 5 waiting' }, WAIT);
  });

  it('are not offered to whoever may not settle them', async () => {
    opened = await openConsole('/operations', { role: 'AUDITOR' });
    await screen.findByRole('tab', { name: 'Catalogue', selected: true }, WAIT);
    expect(screen.queryByRole('tab', { name: /Unsettled/ })).toBeNull();
  });

  it('are settled by one person where no money moves, with a reason', async () => {
    opened = await openConsole(callAt('0198-limit/set'));
    fireEvent.click(await button('Settle'));
    await screen.findByText('Write what you found', undefined, WAIT);
    await write(/What became of it/, 'Put back by hand in the card system');
    fireEvent.click(await button('Settle'));
    await waitFor(() => expect(stored('0198-limit/set').settled).toBeDefined(), WAIT);
    await screen.findByText(/“Put back by hand in the card system”/, undefined, WAIT);
  });

  it('wait for a second person where money moves', async () => {
    opened = await openConsole(callAt('0198-refund/pay'));
    fireEvent.click(await screen.findByRole('radio', { name: /No, it was not done/ }, WAIT));
    await write(/How you know/, 'Not in the journal');
    fireEvent.click(await button('Hand to a second person'));
    await screen.findByText('You said this, so somebody else has to look as well.', undefined, WAIT);
    expect(stored('0198-refund/pay').settled).toBeUndefined();
    expect(screen.queryByRole('button', { name: 'I found the same' })).toBeNull();
  });

  it('are settled when the second person found the same, and open again when not', async () => {
    opened = await openConsole(callAt('0198-reversal'));
    fireEvent.click(await button('Refuse'));
    await screen.findByText('Write why: the other person reads it', undefined, WAIT);
    await write(/If you refuse/, 'It is on page 2');
    fireEvent.click(await button('Refuse'));
    await button('Hand to a second person');
    expect(stored('0198-reversal').operation.found).toBeUndefined();
  });

  it('are over when the bank, asked now, knows', async () => {
    opened = await openConsole(callAt('0198-refund/pay'));
    fireEvent.click(await button('Ask the bank now'));
    await screen.findByText('Known by now', undefined, WAIT);
    const history = screen.getByText('Somebody had the bank asked now').closest('li');
    expect(within(history as HTMLElement).getByText(/Lakshmi Iyer/)).toBeTruthy();
  });
});

describe('where a bank is stricter than the catalogue', () => {
  it('is changed with a reason alone', async () => {
    opened = await openConsole('/operations?operation=cards.block/v1');
    fireEvent.click(await screen.findByRole('switch', { name: /^Switched off/ }, WAIT));
    fireEvent.click(await button('Change the bounds'));
    await screen.findByText('Write why', undefined, WAIT);
    await write(/^Why/, 'The card system is being moved');
    fireEvent.click(await button('Change the bounds'));
    await waitFor(() => expect(opened.world.bounds['cards.block/v1']?.off).toBe(true), WAIT);
    expect(opened.world.boundsChanges[0].reason).toBe('The card system is being moved');
  });

  it('waits for somebody else when it gets looser', async () => {
    opened = await openConsole('/operations?operation=credit.score/v1');
    fireEvent.click(await screen.findByRole('switch', { name: /^Switched off/ }, WAIT));
    await write(/^Why/, 'The bureau is up again');
    fireEvent.click(await button('Change the bounds'));
    await screen.findByText('You asked for this, so somebody else has to agree.', undefined, WAIT);
    expect(opened.world.bounds['credit.score/v1'].off).toBe(true);
    const shown = screen.getByRole<HTMLInputElement>('switch', { name: /^Switched off/ });
    await waitFor(() => expect(shown.checked, 'what is in force').toBe(true), WAIT);
  });

  it('is put in force by the second person', async () => {
    opened = await openConsole('/operations?view=bounds');
    fireEvent.click(await button('Put in force'));
    await waitFor(
      () => expect(opened.world.bounds['refunds.execute/v1'].aboveMinor).toEqual({ INR: 250_000 }),
      WAIT,
    );
  });

  it('offers amounts only where there is one', async () => {
    opened = await openConsole('/operations?operation=cards.block/v1');
    await button('How often');
    expect(screen.queryByRole('button', { name: 'How much' })).toBeNull();
    expect(screen.queryByLabelText(/A colleague agrees above/)).toBeNull();
  });
});

describe('who supplies an operation', () => {
  it('is shown with who else could, and what has to be chosen', async () => {
    opened = await openConsole('/operations?view=catalogue&show=open');
    await screen.findByRole('link', { name: 'Block a card' }, WAIT);
    expect(screen.getByRole('status').textContent).toMatch(
      /are refused until the bank says which plugin does it/,
    );
    expect(screen.queryByRole('link', { name: 'Open a dispute' })).toBeNull();
  });

  it('is asked for by one person and changes nothing by that', async () => {
    opened = await openConsole('/operations?operation=cards.block/v1');
    fireEvent.click(await screen.findByRole('radio', { name: 'banking-rest' }, WAIT));
    fireEvent.click(await button('Ask a colleague to agree'));
    await screen.findByText('Write why', undefined, WAIT);
    expect(opened.world.supplierChanges).toHaveLength(2);
    await write(/^Reason for the choice/, 'The new core has the cards');
    fireEvent.click(await button('Ask a colleague to agree'));
    await screen.findByText('You asked for this, so somebody else has to agree.', undefined, WAIT);
    expect(opened.world.supplierChanges[0]).toMatchObject({
      scope: 'cards.block/v1',
      supplier: 'banking-rest',
    });
    expect(opened.world.chosen['cards.block/v1']).toBeUndefined();
  });

  it('is put in force by the second person, for a whole domain', async () => {
    opened = await openConsole('/operations?view=suppliers');
    fireEvent.click(await button('Put in force'));
    await waitFor(() => expect(opened.world.chosen.payments).toBe('banking-rest'), WAIT);
    await screen.findByText(/release 43/, undefined, WAIT);
  });

  it('says what a plugin cannot be asked for, because another one tells of it', async () => {
    opened = await openConsole('/operations?operation=cards.block/v1', {
      before: (world) => {
        world.chosen = { cards: 'banking-sandbox' };
      },
    });
    await screen.findByText(
      /It needs a card, and nothing that banking-sandbox supplies tells of one/,
      undefined,
      WAIT,
    );
  });
});
