import { busy } from './busy.mjs';

const call = (id) => `/operations?call=${encodeURIComponent(id)}`;

export const operationScenes = [
  { name: 'operations', path: '/operations' },
  { name: 'operations-empty', path: '/operations', world: { empty: true } },
  { name: 'operations-error', path: '/operations', ...busy('unsettled') },
  { name: 'operations-money', path: call('0198-refund/pay'), size: { width: 1440, height: 1250 } },
  { name: 'operations-second', path: call('0198-reversal'), size: { width: 1440, height: 1000 } },
  {
    name: 'operations-missing',
    path: call('nothing'),
    errors: true,
    act: (page) => page.getByText('could not be loaded').waitFor(),
  },
  { name: 'operations-unknown', path: '/operations?operation=cards.melt/v1' },
  {
    name: 'operations-asked',
    path: call('0198-refund/pay'),
    act: async (page) => {
      await page.getByRole('button', { name: 'Ask the bank now' }).click();
      await page.getByText('Known by now').waitFor();
    },
  },
  { name: 'operations-catalogue', path: '/operations?view=catalogue' },
  { name: 'operations-catalogue-none', path: '/operations?view=catalogue&q=nothing-like-it' },
  {
    name: 'operations-keyboard',
    path: '/operations?operation=cards.set_limit/v1',
    size: { width: 1440, height: 1250 },
    act: async (page) => {
      await page.getByText('Switched off').waitFor();
      // From the first field on without the pointer: a limit, its fields, the reason, and off it goes.
      await page.getByRole('button', { name: 'How much' }).focus();
      await page.keyboard.press('Enter');
      await page.getByLabel('At most, INR').focus();
      await page.keyboard.type('25000');
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      await page.getByLabel('Why').focus();
      await page.keyboard.type('Smaller amounts during the pilot');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('changed the bounds').waitFor();
    },
  },
  {
    name: 'operations-bounds',
    path: '/operations?operation=refunds.execute/v1',
    size: { width: 1440, height: 1500 },
  },
  { name: 'operations-changes', path: '/operations?view=bounds' },
  { name: 'operations-suppliers', path: '/operations?view=suppliers' },
  { name: 'operations-suppliers-empty', path: '/operations?view=suppliers', world: { empty: true } },
  { name: 'operations-to-choose', path: '/operations?view=catalogue&show=open' },
  {
    name: 'operations-choose',
    path: '/operations?operation=cards.block/v1',
    size: { width: 1440, height: 1500 },
    act: async (page) => {
      await page.getByLabel('Choose for').selectOption('cards');
      await page.getByRole('radio', { name: 'banking-rest' }).check();
      await page.getByLabel('Reason for the choice').fill('Cards moved to the new core');
      await page.getByRole('button', { name: 'Ask a colleague to agree' }).click();
      await page.getByText('A choice waits').waitFor();
    },
  },
  { name: 'phone-operations-suppliers', path: '/operations?view=suppliers', phone: true },
  { name: 'phone-operations-choose', path: '/operations?operation=cards.block/v1', phone: true },
  { name: 'phone-operations', path: '/operations', phone: true },
  { name: 'phone-operations-call', path: call('0198-refund/pay'), phone: true },
  { name: 'phone-operations-catalogue', path: '/operations?view=catalogue', phone: true },
  { name: 'phone-operations-bounds', path: '/operations?operation=refunds.execute/v1', phone: true },
];
