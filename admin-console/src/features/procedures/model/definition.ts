/** A procedure as the platform keeps it. A draft may lack anything: what is missing is for the checker to say. */

export type Wording = Record<string, string>;
export type Phrases = Record<string, string[]>;
export type Expressions = Record<string, string>;

export const EDGES = ['timeout', 'error', 'refused', 'declined', 'gaveUp', 'failed', 'unsure'] as const;
export type Edge = (typeof EDGES)[number];
type On = Partial<Record<Edge, string>>;

export interface Choice {
  value: string;
  label: Wording;
}
export interface Answer {
  type: string;
  choices?: Choice[];
  from?: string;
  label?: Wording;
  value?: string;
}
export interface Case {
  when: string;
  next?: string;
}
export interface Label {
  label: string;
  phrases: Phrases;
  next?: string;
}

interface Goes {
  next?: string;
  on?: On;
}
export interface Ask extends Goes {
  type: 'ask';
  text: Wording;
  answer: Answer;
  into?: string;
  attempts?: number;
  within?: string;
}
export const METHODS = ['CODE', 'QUESTIONS', 'DEVICE'] as const;
export interface Verify extends Goes {
  type: 'verify';
  level: 'IDENTIFIED' | 'STEPPED_UP';
  methods: (typeof METHODS)[number][];
  within?: string;
}
export interface Operate extends Goes {
  type: 'operation';
  operation?: string;
  with: Expressions;
  into?: string;
  compensate?: boolean;
}
export interface Decide {
  type: 'decide';
  cases: Case[];
  otherwise?: string;
}
export interface Say {
  type: 'answer';
  text?: Wording;
  set?: Expressions;
  next?: string;
}
export interface Classify {
  type: 'classify';
  of?: string;
  labels: Label[];
  on?: On;
}
export interface Confirm extends Goes {
  type: 'confirm';
  text?: Wording;
  operation?: string;
  within?: string;
}
export interface Approve extends Goes {
  type: 'approve';
  text: Wording;
  operation?: string;
  team: string;
  within?: string;
}
export interface Notify extends Goes {
  type: 'notify';
  channel: 'SMS' | 'EMAIL' | 'PUSH';
  template: string;
  reference?: string;
}
export interface Wait extends Goes {
  type: 'wait';
  within?: string;
  event?: string;
}
export interface Handoff {
  type: 'handoff';
  text: Wording;
  team: string;
  facts?: Expressions;
}
export interface Subflow extends Goes {
  type: 'subflow';
  procedure?: string;
  with?: Expressions;
  into?: Record<string, string>;
}
export interface End {
  type: 'end';
  outcome: 'DONE' | 'NOTHING_TO_DO' | 'STOPPED';
  text?: Wording;
}
export type Node =
  | Ask
  | Verify
  | Operate
  | Decide
  | Say
  | Classify
  | Confirm
  | Approve
  | Notify
  | Wait
  | Handoff
  | Subflow
  | End;
export type NodeType = Node['type'];

export interface Trigger {
  intents?: string[];
  phrases?: Phrases;
  events?: string[];
}
export interface Definition {
  id: string;
  title: Wording;
  trigger: Trigger;
  inputs: Record<string, string>;
  variables: Record<string, string>;
  start?: string;
  nodes: Record<string, Node>;
}

export interface Point {
  x: number;
  y: number;
}
/** Kept with the draft and never read by the platform. */
export interface Layout {
  nodes: Record<string, Point>;
  /** The steps as the outline lists them: the platform does not keep the order of names. */
  order?: string[];
}
/** What the editor works on. */
export interface Sheet {
  definition: Definition;
  layout: Layout;
}

export const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** Names of variables, as expressions can read them. */
export const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;
export const STEP_NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** The ids of the steps in the order of the outline; steps that it does not know come last. */
export function orderOf({ definition, layout }: Sheet): string[] {
  const ids = Object.keys(definition.nodes);
  const known = (layout.order ?? []).filter((id) => definition.nodes[id]);
  return [...new Set(known), ...ids.filter((id) => !known.includes(id))];
}
