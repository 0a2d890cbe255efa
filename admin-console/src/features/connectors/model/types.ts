/** A way to sign in, as the connector's document has it. */
export interface Auth {
  type: string;
  scope?: string | null;
  client?: string | null;
  in?: string | null;
  name?: string | null;
  prefix?: string | null;
}

/** One call of the bank's, out of its file. */
export interface ApiCall {
  id: string;
  method: string;
  path: string;
  summary?: string | null;
  parameters?: { name: string; in: string; required: boolean; example?: string | null }[];
  sampleRequest?: unknown;
  sampleResponse?: unknown;
  errorStatuses?: string[];
  suggestions?: { operation: string; score: number }[];
}

export interface Api {
  title?: string | null;
  servers?: string[];
  auth?: Auth[];
  calls?: ApiCall[];
  notes?: string[];
}

/** How one operation is done: expressions by their places. */
export interface Mapping {
  operation: string;
  call: ApiCall;
  /** By name of the path's, the query's and the header's parameters. */
  sent: Record<string, string>;
  body: string;
  /** By place in the operation's result, such as `accounts[].balance.minor`; of a list itself, where its items are. */
  fields: Record<string, string>;
  sample: string;
}

export interface Exchange {
  method: string;
  path: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: string;
  result?: string;
  errors?: { status: string; means: string; reason?: string }[];
}

export interface Connector {
  connector: 1;
  name: string;
  version: number;
  auth: Record<string, string>;
  operations: Record<string, { call: Exchange; idempotencyHeader?: string } & Record<string, unknown>>;
  [more: string]: unknown;
}
