/** A way to sign in, as the connector's document has it. */
export interface Auth {
  type: string;
  tokenPath?: string | null;
  scope?: string | null;
  client?: string | null;
  in?: string | null;
  name?: string | null;
  prefix?: string | null;
  certificate?: boolean | null;
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

/** What of a call no field of the mapper shows; it stays as somebody wrote it. */
export type Kept = Pick<Exchange, 'owner' | 'asOf' | 'encoding' | 'errors'>;

/** How one operation is done: expressions by their places. */
export interface Mapping {
  operation: string;
  call: ApiCall;
  /** By name of the path's, the query's and the header's parameters. */
  sent: Record<string, string>;
  body: string;
  /** By place in the operation's result, such as `accounts[].balance.minor`; of a list itself, where its items are. */
  fields: Record<string, string>;
  /** The whole result as one expression, where somebody wrote it in a way that does not fall apart into places. */
  whole?: string;
  kept?: Kept;
  sample: string;
}

export interface Exchange {
  method: string;
  path: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: string;
  encoding?: string;
  owner?: string;
  result?: string;
  asOf?: string;
  errors?: { status?: string; when?: string; means: string; what?: string; reason?: string }[];
}

export type Mapped = {
  call: Exchange;
  idempotencyHeader?: string;
  cacheSeconds?: number;
  retries?: { times: number; waitMillis: number };
} & Record<string, unknown>;

export interface Connector {
  connector: 1;
  name: string;
  version: number;
  title?: string;
  auth: Auth;
  operations: Record<string, Mapped>;
  [more: string]: unknown;
}

/** What the console keeps beside the document: how its parts were put together, and over which samples. */
export interface Workbench {
  mappings?: Record<string, Mapping>;
}

/** One state of the editor. */
export interface Sheet {
  definition: Connector;
  layout: Workbench;
}
