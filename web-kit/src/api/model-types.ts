/** UNDERSTAND, ANSWER, SUMMARISE, JUDGE, TRANSLATE; a newer platform may know more. */
export type ModelTask = string;

/** One model of a route, with what it may take. */
export interface ModelCandidate {
  plugin: string;
  model: string;
  /** Share among the candidates; 0 is asked only when the others fail. */
  weight: number;
  region?: string;
  firstTokenMillis?: number;
  totalMillis?: number;
  /** Share of questions that a model on trial gets. */
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
  breaker?: { state: 'CLOSED' | 'OPEN' | 'HALF_OPEN'; until?: string };
}

export interface Models {
  providers: ModelProvider[];
  routes: ModelRoute[];
  tasks: ModelTask[];
  usage: {
    tokensToday: number;
    costTodayMinor?: number;
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
  millis: number;
  tokens: number;
  costMinor: number;
  conversation?: string;
  shadowOf?: string;
}

/** Both texts are masked. */
export interface ModelCallDetail extends ModelCallRow {
  asked?: string;
  said?: string;
}

export interface ModelReplay {
  said?: string;
  same: boolean;
  why?: string;
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
}

export interface ModelShadow {
  at: string;
  live: ModelChoice & { said?: string };
  candidate: ModelChoice & { said?: string };
  /** 0 to 1 */
  agree?: number;
  liveMillis?: number;
  candidateMillis?: number;
}

export interface ModelShadows {
  items: ModelShadow[];
  summary: { count: number; meanAgreement?: number };
}
