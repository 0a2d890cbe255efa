// What `npm run look` looks at: name, address, what to do first. Each scene has a fixture of its own.
import { busy } from './scenes/busy.mjs';
import { connectorScenes } from './scenes/connectors.mjs';
import { modelScenes } from './scenes/models.mjs';
import { operationScenes } from './scenes/operations.mjs';
import { pluginScenes } from './scenes/plugins.mjs';
import { procedureScenes } from './scenes/procedures.mjs';

export const scenes = [
  { name: 'dashboard', path: '/' },
  {
    name: 'dashboard-low',
    path: '/?days=90',
    act: (page) => page.mouse.wheel(0, 900).catch(() => page.keyboard.press('End')),
  },
  { name: 'dashboard-empty', path: '/', world: { empty: true } },
  { name: 'dashboard-error', path: '/', ...busy('insight') },
  {
    name: 'dashboard-loading',
    path: '/',
    quick: true,
    before: (state) => {
      state.delay = 2_200;
    },
    ready: '[aria-busy=true]',
  },
  { name: 'conversations', path: '/conversations' },
  { name: 'conversations-none', path: '/conversations?owner=QUEUE&route=CONTAIN' },
  { name: 'conversations-empty', path: '/conversations', world: { empty: true } },
  { name: 'conversation', path: '/conversations/c-1', size: { width: 1440, height: 1700 } },
  { name: 'conversation-dispute', path: '/conversations/c-2', size: { width: 1440, height: 1500 } },
  { name: 'conversation-unknown', path: '/conversations/c-3' },
  { name: 'conversation-missing', path: '/conversations/c-999', errors: true },
  { name: 'knowledge', path: '/knowledge' },
  { name: 'knowledge-empty', path: '/knowledge', world: { empty: true } },
  { name: 'knowledge-none', path: '/knowledge?q=nothing-like-it' },
  { name: 'document', path: '/knowledge/branch-hours?tab=passages' },
  {
    name: 'document-approve',
    path: '/knowledge/card-fees?tab=passages',
    act: (page) => page.getByRole('button', { name: 'Approve' }).click(),
  },
  {
    name: 'document-archive',
    path: '/knowledge/card-fees',
    act: (page) => page.getByRole('button', { name: 'Archive' }).click(),
  },
  {
    name: 'document-archived',
    path: '/knowledge/card-fees',
    act: async (page) => {
      await page.getByRole('button', { name: 'Archive' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
      await page.getByRole('button', { name: 'Restore' }).waitFor();
    },
  },
  { name: 'rules', path: '/knowledge?rules=true' },
  { name: 'phone-rules', path: '/knowledge?rules=true', phone: true },
  { name: 'upload', path: '/knowledge?upload=true' },
  { name: 'write', path: '/knowledge?write=true' },
  ...pluginScenes,
  ...modelScenes,
  ...procedureScenes,
  ...connectorScenes,
  ...operationScenes,
  { name: 'team', path: '/team' },
  { name: 'team-roles', path: '/team?view=roles' },
  {
    name: 'team-last-admin',
    path: '/team',
    errors: true,
    act: async (page) => {
      await page.getByRole('button', { name: 'Change the roles of Lakshmi Iyer' }).click();
      await page.getByRole('checkbox', { name: /^Admin/ }).click();
      await page.getByRole('checkbox', { name: /^Agent/ }).click();
      await page.getByRole('button', { name: 'Save roles' }).click();
      await page.getByText('Somebody must remain').waitFor();
    },
  },
  { name: 'team-invite', path: '/team?invite=true' },
  { name: 'audit', path: '/audit' },
  {
    name: 'audit-intact',
    path: '/audit',
    act: async (page) => {
      await page.getByRole('button', { name: 'Verify chain' }).click();
      await page.getByText('The chain is intact').waitFor();
    },
  },
  {
    name: 'audit-broken',
    path: '/audit',
    before: (state) => {
      state.world.broken = true;
    },
    act: async (page) => {
      await page.getByRole('button', { name: 'Verify chain' }).click();
      await page.getByText('The chain is broken').waitFor();
    },
  },
  { name: 'releases', path: '/releases' },
  { name: 'personas', path: '/personas', size: { width: 1440, height: 1100 } },
  {
    name: 'personas-people',
    path: '/personas',
    size: { width: 1440, height: 1300 },
    act: (page) => page.getByRole('tab', { name: 'Investment education' }).click(),
  },
  { name: 'not-found', path: '/nowhere' },
  { name: 'forbidden', path: '/audit', world: { role: 'AGENT' } },
  {
    name: 'palette',
    path: '/',
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.waitForTimeout(300);
    },
  },
  { name: 'help', path: '/conversations/c-1', act: (page) => page.keyboard.press('?') },
  {
    name: 'user-menu',
    path: '/',
    act: (page) => page.getByRole('button', { name: /Theme and sign out/ }).click(),
  },
  { name: 'collapsed', path: '/knowledge', act: (page) => page.keyboard.press('[') },
  { name: 'phone-dashboard', path: '/', phone: true },
  { name: 'phone-conversations', path: '/conversations', phone: true },
  { name: 'phone-conversation', path: '/conversations/c-1', phone: true },
  { name: 'phone-knowledge', path: '/knowledge', phone: true },
  { name: 'phone-personas', path: '/personas', phone: true },
  { name: 'phone-team', path: '/team', phone: true },
  { name: 'phone-audit', path: '/audit', phone: true },
  {
    name: 'phone-more',
    path: '/',
    phone: true,
    act: (page) => page.getByRole('button', { name: 'More' }).click(),
  },
];
