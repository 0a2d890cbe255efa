import type { IntentExample, IntentModel, Tier } from '@openteller/web-kit';

export const TIER_WORDS: Record<Tier, { label: string; colour: string; meaning: string }> = {
  A: { label: 'A · answers', colour: 'teal', meaning: 'The assistant answers by itself' },
  B: {
    label: 'B · with care',
    colour: 'blue',
    meaning: 'The assistant answers when it is sure, else drafts',
  },
  C: { label: 'C · a person', colour: 'orange', meaning: 'Always goes to a person' },
};

export const SOURCES: Record<IntentExample['source'], string> = {
  STARTER: 'Starter set',
  ADMIN: 'Added here',
  IMPORT: 'Imported',
  AGENT_CORRECTION: 'From an agent',
};

export const modelName = (model: number): string => (model === 0 ? 'Starter model' : `Model ${model}`);

/** Within a sentence. */
export const theModel = (model: number): string => (model === 0 ? 'the starter model' : `model ${model}`);

export const STATES: Record<IntentModel['state'], { label: string; colour: string }> = {
  LIVE: { label: 'In force', colour: 'teal' },
  CANDIDATE: { label: 'Candidate', colour: 'iris' },
  RETIRED: { label: 'Retired', colour: 'gray' },
};

/** `Card fee?` becomes `card_fee`: the name that a new intent gets from its title. */
export const nameOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 64);
