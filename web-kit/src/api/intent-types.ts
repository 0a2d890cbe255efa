/** How much the assistant may do by itself: A contain, B contain with care, C a person, always. */
export type Tier = 'A' | 'B' | 'C';

export interface IntentRow {
  name: string;
  title: string;
  tier: Tier;
  examples: number;
  languages: string[];
  /** Share of its examples that the model in force understands without having been taught them. */
  accuracy?: number;
}

export interface IntentModel {
  /** 0 is what every bank starts with. */
  number: number;
  state: 'CANDIDATE' | 'LIVE' | 'RETIRED';
  dataHash: string;
  parameters: string;
  examples: number;
  intents: number;
  accuracy: number;
  trainedAt?: string;
  trainedBy: string;
  release?: number;
  /** Whether it can still be put in force. */
  kept: boolean;
}

export interface IntentOverview {
  /** Whether the bank has changed anything of what every bank starts with. */
  own: boolean;
  /** Whether something was taught that no model knows yet. */
  changed: boolean;
  suggestions: number;
  live: IntentModel;
  candidate?: IntentModel;
  items: IntentRow[];
}

export interface IntentExample {
  id: string;
  text: string;
  language: string;
  source: 'STARTER' | 'ADMIN' | 'IMPORT' | 'AGENT_CORRECTION';
  addedAt?: string;
  addedBy: string;
}

export interface ConfusionCell {
  intent: string;
  predicted: string;
  count: number;
  samples: string[];
}

export interface IntentDetail {
  name: string;
  title: string;
  tier: Tier;
  accuracy?: number;
  examples: IntentExample[];
  confusions: ConfusionCell[];
}

export interface TrainingRun {
  state: 'RUNNING' | 'DONE' | 'FAILED';
  /** 0 to 1. */
  progress: number;
  line: string;
  startedAt: string;
  startedBy: string;
  finishedAt?: string;
  model?: number;
}

export interface IntentScore {
  intent: string;
  examples: number;
  recall: number;
  precision: number;
  f1: number;
}

/** Both models on the same examples, neither taught the example that it is judged by. */
export interface ModelComparison {
  live: number;
  compared: number;
  candidateAccuracy: number;
  liveAccuracy: number;
  better: number;
  worse: number;
  changes: { text: string; intent: string; live: string; candidate: string }[];
}

export interface ModelReport {
  accuracy: number;
  examples: number;
  scores: IntentScore[];
  cells: ConfusionCell[];
  duplicates: { text: string; intent: string; otherText: string; otherIntent: string; similarity: number }[];
  comparison?: ModelComparison;
}

export interface ImportOutcome {
  rows: number;
  added: number;
  known: number;
  newIntents: string[];
  removedIntents: string[];
  faultCount: number;
  faults: { line: number; message: string }[];
}

export interface Understood {
  model: number;
  language: string;
  guesses: { intent: string; probability: number; tier: Tier }[];
  scope: number;
  inScope: boolean;
  /** -1 to 1: over 0 the word spoke for the first guess, under it against. */
  words: { text: string; weight: number }[];
}

/** What becomes of messages with one threshold: shares, 0 to 1. */
export interface ScopePoint {
  threshold: number;
  inScopeAccuracy: number;
  accepted: number;
  outOfScopeRecall: number;
  offTopicRecall?: number;
}

export interface IntentScope {
  /** Not there: the likeliest intent is taken in any case. */
  threshold?: number;
  usual: number;
  model: number;
  release?: number;
  tradeOff: ScopePoint[];
}

export interface IntentSuggestion {
  id: string;
  intent: string;
  text: string;
  language: string;
  conversationId: string;
  messageSeq: number;
  suggestedAt: string;
  suggestedBy: string;
}
