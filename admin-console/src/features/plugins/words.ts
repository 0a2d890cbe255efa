import { humanise } from '../../shared/words.ts';

/** The words for a plugin's codes. */
export const KINDS: Record<string, string> = {
  banking: 'Banking systems',
  identity: 'Proof of identity',
  llm: 'Language models',
  channel: 'Channels',
  knowledge: 'Knowledge',
  workflow: 'Workflow steps',
};
export const kindName = (kind: string): string => KINDS[kind] ?? humanise(kind);

const DATA: Record<string, string> = {
  REFERENCES: 'References by which your systems know a customer, an account or a card',
  PROFILE: 'Name, address, language and tier of a customer',
  CONTACT: 'Telephone numbers and e-mail addresses',
  HOLDINGS: 'Balances, loans and investments',
  TRANSACTIONS: 'Transactions',
  CARDS: 'Cards',
  DISPUTES: 'Disputes',
  MASKED_TEXT: 'What customers write, with personal data hidden',
  TEXT: 'What customers write, word for word',
  CODES: 'One-time codes',
  DOCUMENTS: 'Documents of the bank',
};
export const dataName = (data: string): string => DATA[data] ?? humanise(data);

/** A host as it is declared; `{setting}` stands for an address that the bank itself fills in. */
export function hostWords(host: string, titleOf: (setting: string) => string): string {
  const setting = /^\{(.+)\}$/.exec(host)?.[1];
  if (setting) return `The address in the setting “${titleOf(setting)}”`;
  return host.startsWith('*.') ? `${host.slice(2)} and everything below it` : host;
}

/** The title that a setting has in the plugin's own schema. */
export function settingTitle(schema: object, name: string): string {
  const { properties } = schema as { properties?: Record<string, { title?: string }> };
  return properties?.[name]?.title ?? humanise(name);
}

/** Negative when `a` is the older version; a release is newer than its previews. */
export function compareVersions(a: string, b: string): number {
  const [mainA = '', previewA] = a.split('+', 1)[0]?.split(/-(.*)/s) ?? [];
  const [mainB = '', previewB] = b.split('+', 1)[0]?.split(/-(.*)/s) ?? [];
  const ordered = mainA.localeCompare(mainB, 'en', { numeric: true });
  if (ordered !== 0 || previewA === previewB) return ordered;
  if (previewA === undefined) return 1;
  if (previewB === undefined) return -1;
  return previewA.localeCompare(previewB, 'en', { numeric: true });
}

export const shortHash = (hash: string): string => `${hash.slice(0, 12)}…`;
