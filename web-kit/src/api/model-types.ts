/** UNDERSTAND, ANSWER, SUMMARISE, JUDGE, TRANSLATE; a newer platform may know more. */
export type ModelTask = string;

/** One model of a route, with what it may take. */
export interface ModelCandidate {
  /** The lowest is asked first; those of one rank share by weight, a higher one is asked when they fail. */
  rank?: number;
  plugin: string;
  model: string;
  weight: number;
  region?: string;
  firstTokenMillis?: number;
  totalMillis?: number;
  /** Share of conversations in which a model on trial, or in the shadow, is asked; absent for a shadow: in all. */
  canaryPercent?: number;
  /** Answers are stored and compared, never sent. */
  shadow: boolean;
  maxAtOnce?: number;
}

export interface ModelBudget {
  tokensPerMinute?: number;
  tokensPerDay?: number;
  customerTokensPerDay?: number;
  moneyPerDayMinor?: number;
}

export interface ModelRoute {
  task: ModelTask;
  on: boolean;
  candidates: ModelCandidate[];
  /** Kinds of failure after which the next candidate is asked. */
  fallbackOn: string[];
  hedgeAfterMillis?: number;
  budget: ModelBudget;
}

export interface ModelProvider {
  plugin: string;
  name?: string;
  state: string;
  health?: string;
  models: string[];
  /** Of the model of it that is worst off. */
  breaker?: ModelBreaker;
  states?: (ModelBreaker & { model: string })[];
}

export interface ModelBreaker {
  state: 'CLOSED' | 'OPEN' | 'HALF_OPEN';
  until?: string;
}

export interface Models {
  providers: ModelProvider[];
  routes: ModelRoute[];
  tasks: ModelTask[];
  usage: {
    tokensToday: number;
    costMinorToday?: number;
    currency?: string;
    byTask: { task: ModelTask; tokens: number; calls?: number; failed?: number; costMinor?: number }[];
  };
}

/** One stretch of time of one model's calls for one task. */
export interface ModelUsage {
  at: string;
  task: ModelTask;
  plugin: string;
  model: string;
  calls: number;
  failed: number;
  p50Millis?: number;
  p95Millis?: number;
  firstTokenP50Millis?: number;
  inputTokens: number;
  outputTokens: number;
  costMinor: number;
  /** Calls whose model had no price. */
  unpriced?: number;
}

export interface ModelPrice {
  plugin?: string;
  model: string;
  inputPerMillionMinor: number;
  outputPerMillionMinor: number;
  from?: string;
}

export interface ModelCallRow {
  id: string;
  at: string;
  task: ModelTask;
  plugin: string;
  model: string;
  prompt?: string;
  outcome: string;
  detail?: string;
  millis: number;
  tokens: number;
  /** Absent when the model had no price. */
  costMinor?: number;
  conversation?: string;
  shadowOf?: string;
}

/** Both texts are masked. */
export interface ModelCallDetail extends ModelCallRow {
  /** The instructions before the question. */
  system?: string;
  /** The model's name as the server gave it. */
  served?: string;
  firstTokenMillis?: number;
  /** More was asked than is kept. */
  shortened?: boolean;
  asked?: string;
  said?: string;
}

export interface ModelReplay {
  said?: string;
  /** To the letter; absent when it said nothing. */
  same?: boolean;
  why?: string;
  /** 0 to 1 */
  agree?: number;
  millis?: number;
}

export interface ModelChoice {
  plugin: string;
  model: string;
}

/** What one side of the playground answered, or why it did not. */
export interface PlaygroundSide {
  said?: string;
  why?: string;
  detail?: string;
  millis?: number;
  firstTokenMillis?: number;
  tokens?: number;
  costMinor?: number;
}

export interface ModelAlarm {
  at: string;
  kind: string;
  task?: ModelTask;
  words: string;
}

export interface BankBudget extends ModelBudget {
  /** A person is told when this share of a budget is used. */
  alarmPercent?: number;
  /** Share of a day's budget that shadow answers may use. */
  shadowPercent?: number;
  /** How long calls are kept. */
  keptDays?: number;
  currency?: string;
}

export interface ModelShadow {
  id?: string;
  at: string;
  task?: ModelTask;
  outcome?: string;
  live: ModelChoice & { said?: string };
  candidate: ModelChoice & { said?: string };
  /** 0 to 1 */
  agree?: number;
  liveMillis?: number;
  candidateMillis?: number;
}

export interface ModelShadows {
  items: ModelShadow[];
  summary: {
    count: number;
    /** Those of them to which the candidate answered. */
    answered?: number;
    meanAgreement?: number;
    liveP50Millis?: number;
    candidateP50Millis?: number;
  };
}
