import { busy } from './busy.mjs';

const WIDE = { width: 1440, height: 1300 };
const FERN = '/connectors/fern-cards';
const withPlugin = (state) => {
  const rest = structuredClone(state.world.plugins[0]);
  state.world.plugins.push({
    ...rest,
    id: 'banking-rest',
    settings: { baseUrl: 'https://api.fern.example/v1' },
  });
};
const meanwhile = async (page, state) => {
  const [{ draft }] = state.world.connectors;
  draft.etag = 'e-other';
  draft.connector = structuredClone(draft.connector);
  draft.connector.operations['accounts.balance/v1'].cacheSeconds = 60;
  await page.getByRole('textbox', { name: 'Title' }).fill('Fern Bank, all cards');
  await page.getByRole('button', { name: 'Decide' }).click();
  await page.getByText('saved a draft').waitFor();
};
const tried = (customer) => async (page) => {
  await page.getByRole('textbox', { name: 'Customer' }).fill(customer);
  await page.getByRole('button', { name: 'Ask it' }).click();
  await page.getByText(/after 214 ms/).waitFor();
};

export const connectorScenes = [
  { name: 'connectors', path: '/connectors' },
  { name: 'connectors-empty', path: '/connectors', world: { empty: true } },
  { name: 'connectors-error', path: '/connectors', ...busy('connectors') },
  { name: 'connectors-new', path: '/connectors?new=true' },
  { name: 'connectors-import', path: '/connectors?import=true' },
  { name: 'connector', path: FERN, size: WIDE },
  { name: 'connector-operation', path: `${FERN}?operation=cards.block%2Fv1`, size: WIDE },
  {
    name: 'connector-bring-in',
    path: FERN,
    size: { width: 1440, height: 1600 },
    act: async (page) => {
      await page.getByRole('textbox', { name: 'The file’s text' }).fill('openapi: 3.1.0');
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.getByText('stopCard').waitFor();
    },
  },
  { name: 'connector-sign-in', path: `${FERN}?tab=sign-in` },
  { name: 'connector-document', path: `${FERN}?tab=document`, size: WIDE },
  { name: 'connector-conflict', path: `${FERN}?tab=document`, errors: true, act: meanwhile },
  { name: 'connector-try', path: `${FERN}?tab=try`, size: WIDE, before: withPlugin, act: tried('C1') },
  {
    name: 'connector-try-misfit',
    path: `${FERN}?tab=try`,
    size: WIDE,
    before: withPlugin,
    act: tried('nobody'),
  },
  { name: 'connector-versions', path: `${FERN}?tab=versions&from=1&to=draft`, size: WIDE },
  {
    name: 'connector-publish',
    path: FERN,
    act: (page) => page.getByRole('button', { name: 'Publish' }).click(),
  },
  { name: 'connector-review', path: '/connectors/moss-core', size: WIDE },
  {
    name: 'connector-refuse',
    path: '/connectors/moss-core',
    act: (page) => page.getByRole('button', { name: 'Refuse' }).click(),
  },
  { name: 'connector-missing', path: '/connectors/nowhere', errors: true },
  { name: 'connector-auditor', path: `${FERN}?operation=cards.block%2Fv1`, world: { role: 'AUDITOR' } },
  { name: 'phone-connectors', path: '/connectors', phone: true },
  { name: 'phone-connector', path: `${FERN}?operation=cards.block%2Fv1`, phone: true },
  { name: 'phone-connector-try', path: `${FERN}?tab=try`, phone: true, before: withPlugin, act: tried('C1') },
  { name: 'phone-connector-review', path: '/connectors/moss-core', phone: true },
];
