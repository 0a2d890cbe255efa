/** Shapes of the knowledge part of the staff API: documents, asking, sources, curation, wording. */

export type Standing =
  | 'DRAFT'
  | 'IN_REVIEW'
  | 'REJECTED'
  /** Approved, but its first moment is still to come. */
  | 'SCHEDULED'
  | 'EFFECTIVE'
  | 'EXPIRED'
  | 'SUPERSEDED'
  | 'REVOKED';

/** For whom and what a document speaks; an empty list is everybody or everything. */
export interface AppliesTo {
  products: string[];
  segments: string[];
  jurisdictions: string[];
}

export interface DocumentRow {
  slug: string;
  title: string;
  category: string;
  tags: string[];
  language: string;
  format: string;
  owner?: string;
  /** A day, `2027-03-01`. */
  reviewDue?: string;
  appliesTo: AppliesTo;
  /** The version that answers are made from now. */
  effective?: { version: number; from: string; until?: string };
  latest: { version: number; standing: Standing; by: string; at: string };
  passages: number;
  archived?: boolean;
  updatedAt: string;
  updatedBy: string;
}

export interface Counted {
  name: string;
  count: number;
}

export interface Library {
  items: DocumentRow[];
  categories: Counted[];
  tags: Counted[];
}

export interface DocumentVersion {
  version: number;
  standing: Standing;
  title: string;
  passages: number;
  by: string;
  at: string;
  /** Whether the signed-in person wrote or submitted it. */
  mine?: boolean;
  submittedBy?: string;
  submittedAt?: string;
  approvals: { by: string; at: string; comment?: string }[];
  approvalsNeeded: number;
  rejectedBy?: string;
  rejectedReason?: string;
  effectiveFrom?: string;
  effectiveUntil?: string;
  supersededAt?: string;
  revokedBy?: string;
  revokedAt?: string;
  revokedReason?: string;
  changeNote?: string;
}

export interface DocumentDetail extends DocumentRow {
  /** Newest first. */
  versions: DocumentVersion[];
  suggestions: { category?: string; tags: string[] };
}

/** A piece that can be quoted and cited by itself. */
export interface Passage {
  position: number;
  heading: string;
  text: string;
  /** Where in the file, `page 3` or `row 12`; empty if unknown. */
  place: string;
  /** A question with its answer. */
  pair: boolean;
}

export interface VersionText {
  version: number;
  standing: Standing;
  title: string;
  /** Absent where the version was not written in Markdown. */
  markdown?: string;
  passages: Passage[];
}

/** Start and end in the text, end not included. */
export type Span = readonly [number, number];

export interface DiffRow {
  kind: 'SAME' | 'ADDED' | 'REMOVED' | 'CHANGED';
  left?: string;
  right?: string;
  leftSpans?: Span[];
  rightSpans?: Span[];
}

export interface VersionDiff {
  from: number;
  to: number;
  rows: DiffRow[];
}

export type AnswerKind = 'ANSWERED' | 'CLARIFY' | 'NOT_KNOWN' | 'CONFLICT' | 'HELD';

export interface Cited {
  slug: string;
  version: number;
  title: string;
  heading: string;
  place: string;
  url?: string;
}

export interface ImpactAnswer {
  kind: AnswerKind;
  text?: string;
  citations: Cited[];
}

export interface Impact {
  asked: number;
  done: number;
  running: boolean;
  /** It ended before all were asked. */
  failed?: boolean;
  changed: { question: string; askedAt: string; before: ImpactAnswer; after: ImpactAnswer }[];
}

export interface CategoryRule {
  name: string;
  approvals: number;
  reviewMonths: number;
}

/** A claim that the gate found in an answer, with its place in the answer's text. */
export interface GateClaim {
  text: string;
  kind: string;
  supported: boolean;
  start: number;
  end: number;
  reason?: string;
}

export interface AskedAnswer {
  kind: AnswerKind;
  text?: string;
  sentences: { text: string; citations: Cited[] }[];
  options: string[];
  confidence?: { value: number; parts: { name: string; value: number }[] };
  considered: {
    slug: string;
    version: number;
    title: string;
    heading: string;
    place: string;
    text: string;
    score: number;
    coverage: number;
    similarity: number;
    cited: boolean;
  }[];
  /** SKIPPED where there was nothing to look at. */
  gate: { outcome: 'PASS' | 'HELD' | 'SKIPPED'; claims: GateClaim[] };
  route?: { name: string; rule: string; reason?: string };
  millis: number;
}

export interface UploadItem {
  name: string;
  /** UNPACKED is an archive whose files stand beside it. */
  state: 'WAITING' | 'READING' | 'STORED' | 'UNCHANGED' | 'FAILED' | 'UNPACKED' | 'CANCELLED';
  /** Why it failed: FILE_ENCRYPTED and the like. */
  code?: string;
  /** One sentence for people: about the failure, or about what to know. */
  detail?: string;
  slug?: string;
  version?: number;
  passages?: number;
}

export interface Upload {
  id: string;
  by: string;
  at: string;
  state: 'RUNNING' | 'DONE' | 'CANCELLED';
  files: number;
  done: number;
  failed: number;
  items: UploadItem[];
}

export interface SiteFields {
  kind: 'START' | 'SITEMAP';
  startUrl?: string;
  sitemapUrl?: string;
  depth: number;
  maxPages: number;
  perSecond: number;
  everyHours?: number;
  category?: string;
  allowedHosts: string[];
}

export interface Site extends SiteFields {
  id: string;
  state: string;
  lastRun?: { id?: string; at: string; pages: number; changed: number; unchanged: number; failed: number };
  nextRunAt?: string;
}

export interface CrawlRun {
  id: string;
  at: string;
  state: string;
  done: number;
  queued: number;
  items: { url: string; state: string; detail?: string; slug?: string }[];
}

export interface ConversationSuggestion {
  conversationId: string;
  question: string;
  answer: string;
  at: string;
  agent?: string;
  state: 'SUGGESTED' | 'TAKEN' | 'DISMISSED';
}

export type GapState = 'OPEN' | 'PLANNED' | 'CLOSED';

export interface Gap {
  id: string;
  label: string;
  questions: { text: string; at: string; conversationId?: string }[];
  volume: number;
  cost: { minutes: number };
  lowConfidence: number;
  unanswered: number;
  outline: string[];
  suggestedOwner?: string;
  owner?: string;
  nearest?: { slug: string; title: string };
  state: GapState;
  /** Questions after it was closed: a reason to look again. */
  askedSinceClosed?: number;
}

export interface PassageRef {
  slug?: string;
  version?: number;
  position: number;
  title?: string;
  text: string;
}

export interface VersionChecks {
  nearDuplicates: { here: PassageRef; there: PassageRef; similarity: number }[];
  contradictions: {
    here: PassageRef;
    there: PassageRef;
    claims: { here: string; there: string }[];
    why: string;
  }[];
}

export interface DocumentUsage {
  slug: string;
  title: string;
  cited: number;
  resolved: number;
  recontacted: number;
  thumbsDown: number;
  lastCited?: string;
  byDay: { day: string; cited: number }[];
}

export interface StaleDocument {
  slug: string;
  title: string;
  owner?: string;
  reviewDue?: string;
  reason: 'REVIEW_DUE' | 'EXPIRES_SOON' | 'NEVER_CITED' | 'OLD';
  at?: string;
}

export interface Wording {
  id: string;
  intent?: string;
  questions: string[];
  text: string;
  language: string;
  /** Said word for word whenever the question is this one; nothing is composed then. */
  strict: boolean;
  documentSlug?: string;
  by: string;
  at?: string;
  approvedBy?: string;
  standing: 'IN_REVIEW' | 'APPROVED' | 'REJECTED';
}
