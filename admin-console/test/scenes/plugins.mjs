import { busy } from './busy.mjs';

const TALL = { width: 1440, height: 1300 };
const SANDBOX = '/plugins/banking-sandbox';
const own = (state) => {
  for (const each of state.world.plugins) if (each.pending) each.pending.askedBy = state.world.me.name;
};
const offline = (state) => {
  Object.assign(state.world.directory, {
    reachable: false,
    source: 'https://plugins.example/index.json',
    detail: 'plugins.example did not answer within 5 seconds',
  });
};
const choose = async (page) => {
  await page.getByRole('button', { name: 'Choose 0.3.0' }).click();
  await page.getByRole('button', { name: 'Ask for approval' }).waitFor();
};

export const pluginScenes = [
  { name: 'plugins', path: '/plugins' },
  { name: 'plugins-empty', path: '/plugins', world: { empty: true } },
  { name: 'plugins-none', path: '/plugins?q=nothing-like-it' },
  { name: 'plugins-error', path: '/plugins', ...busy('plugins') },
  { name: 'available', path: '/plugins?view=available' },
  { name: 'available-empty', path: '/plugins?view=available', world: { empty: true } },
  { name: 'available-offline', path: '/plugins?view=available', before: offline },
  { name: 'plugin', path: SANDBOX, size: TALL },
  { name: 'plugin-settings', path: `${SANDBOX}?tab=settings` },
  {
    name: 'plugin-tested',
    path: `${SANDBOX}?tab=settings`,
    act: async (page) => {
      await page.getByRole('button', { name: 'Test connection' }).click();
      await page.getByText('The connection works').waitFor();
    },
  },
  {
    name: 'plugin-invalid',
    path: `${SANDBOX}?tab=settings`,
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Access key' }).fill('short');
      await page.getByRole('button', { name: 'Save settings' }).click();
      await page.getByText('At least 12 characters').waitFor();
    },
  },
  {
    name: 'plugin-unsaved',
    path: `${SANDBOX}?tab=settings`,
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Access key' }).fill('long-enough-key');
      await page.getByRole('tab', { name: 'Usage' }).click();
      await page.getByText('Leave without saving?').waitFor();
    },
  },
  { name: 'plugin-versions', path: `${SANDBOX}?tab=versions` },
  { name: 'plugin-choose', path: `${SANDBOX}?tab=versions`, act: choose },
  { name: 'plugin-health', path: `${SANDBOX}?tab=health` },
  { name: 'plugin-usage', path: `${SANDBOX}?tab=usage` },
  { name: 'plugin-usage-month', path: `${SANDBOX}?tab=usage&hours=720` },
  { name: 'plugin-usage-none', path: '/plugins/channel-branch-kiosk?tab=usage' },
  {
    name: 'plugin-disable',
    path: SANDBOX,
    act: (page) => page.getByRole('button', { name: 'Disable' }).click(),
  },
  { name: 'plugin-failed', path: '/plugins/identity-otp' },
  { name: 'plugin-pending', path: '/plugins/llm-harbour' },
  { name: 'plugin-missing', path: '/plugins/nothing', errors: true },
  {
    name: 'auditor-plugin',
    path: SANDBOX,
    world: { role: 'AUDITOR' },
    act: (page) => page.getByRole('button', { name: 'Disable' }).hover(),
  },
  { name: 'approvals', path: '/approvals' },
  { name: 'approvals-own', path: '/approvals', before: own },
  { name: 'approvals-none', path: '/approvals', world: { empty: true } },
  {
    name: 'approvals-reject',
    path: '/approvals',
    act: async (page) => {
      await page.getByRole('button', { name: 'Reject' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Reject' }).click();
      await dialog.getByText('Write a reason').waitFor();
    },
  },
  { name: 'phone-plugins', path: '/plugins', phone: true },
  { name: 'phone-available', path: '/plugins?view=available', phone: true },
  { name: 'phone-plugin', path: SANDBOX, phone: true },
  { name: 'phone-plugin-settings', path: `${SANDBOX}?tab=settings`, phone: true },
  { name: 'phone-plugin-versions', path: `${SANDBOX}?tab=versions`, phone: true },
  { name: 'phone-plugin-usage', path: `${SANDBOX}?tab=usage`, phone: true },
  { name: 'phone-approvals', path: '/approvals', phone: true },
];
