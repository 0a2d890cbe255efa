import type { Definition, Layout } from '../model/definition.ts';
import type { Schema } from '../model/scope.ts';

export interface Finding {
  rule: string;
  node?: string | null;
  message: string;
}
export interface ProcedureRow {
  id: string;
  title: Record<string, string>;
  publishedVersion?: number | null;
  publishedAt?: string | null;
  draft?: { etag: string; changedAt: string; changedBy: string } | null;
  waiting?: { askedBy: string; askedAt: string; mine?: boolean } | null;
  refused?: { by: string; at: string; reason: string } | null;
  findings: number;
  shipped: boolean;
  /** Left out where the platform does not count them. */
  runsOpen?: number;
  archived?: boolean;
}
export interface Draft {
  etag: string;
  changedAt: string;
  changedBy: string;
  definition: Definition;
  layout: Layout;
  findings: Finding[];
}
export interface Published {
  version: number;
  publishedAt: string;
  askedBy: string;
  approvedBy: string;
  definition: Definition;
  layout: Layout;
}
export interface Waiting {
  askedBy: string;
  askedAt: string;
  etag: string;
  comment: string;
  mine: boolean;
  definition?: Definition;
  layout?: Layout;
}
export interface Procedure {
  id: string;
  published?: Published | null;
  draft?: Draft | null;
  waiting?: Waiting | null;
  /** The last refusal, while the draft is still the one that was refused. */
  refused?: { by: string; at: string; reason: string } | null;
  archived?: boolean;
}
export interface Version {
  version: number;
  publishedAt: string;
  askedBy: string;
  approvedBy: string;
  comment: string;
  /** Conversations that are still on it. */
  runsOpen?: number;
}
export interface Operation {
  name: string;
  title: string;
  summary: string;
  risk: string;
  assurance: string;
  audience: string;
  confirmation: string;
  input: Schema;
  output: Schema;
  suppliedBy?: string | null;
}
export const FAULTS = ['NONE', 'SLOW', 'DOWN', 'APPLIED_THEN_TIMEOUT', 'REFUSED', 'WRONG_SCHEMA'] as const;
export type Fault = (typeof FAULTS)[number];
/** A CARD is what must be agreed to, a NOTE what no customer sees. */
export interface Line {
  at?: string;
  by: 'CUSTOMER' | 'ASSISTANT' | 'CARD' | 'NOTE';
  text: string;
}
export interface TestState {
  test: string;
  status: string;
  says: Line[];
  waiting?: { what: string; node: string; offer: string[] } | null;
  node?: string | null;
  path: string[];
  variables: Record<string, unknown>;
  effects: { operation: string; outcome: string }[];
  fault: Fault;
}
export interface Replay {
  original: string[];
  path: string[];
  says: Line[];
  differences: string[];
}
