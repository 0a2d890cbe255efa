/** A plugin as one bank sees it: what is installed on the platform, with this bank's settings and version. */
export interface Plugin {
  id: string;
  version: string;
  name: string;
  description: string;
  provider: string;
  license: string;
  state: 'ENABLED' | 'DISABLED' | 'FAILED';
  lastError?: string;
  capabilities: {
    name: string;
    operations: {
      name: string;
      riskClass: string;
      assurance: string;
      reversible: boolean;
      idempotent: boolean;
    }[];
  }[];
  /** JSON Schema 2020-12; read it as `unknown` and let the form check it. */
  settingsSchema: Record<string, unknown>;
  /** Secrets are never in here; `secretsSet` says which ones exist. */
  settings: Record<string, unknown>;
  secretsSet: string[];
  health: { state: 'UP' | 'DOWN' | 'UNKNOWN'; checkedAt?: string; detail?: string };
  /** banking, workflow, llm, channel, identity, knowledge */
  kinds: string[];
  /** Absent for a package that could not be read. */
  publisher?: { name: string; key: string };
  /** Whose key signed it; absent for a package that was refused. */
  trust?: 'PLATFORM' | 'PARTNER';
  /** Runs in a process of its own. */
  isolated: boolean;
  egress: string[];
  dataRead: string[];
  privacy: string;
  resources?: {
    timeoutMillis?: number;
    heapMegabytes?: number;
    callsPerSecond?: number;
    callsAtOnce?: number;
  };
  /** What this bank gives it, never more than `resources`. */
  bounds?: PluginBounds;
  /** Those installed on the platform, the newest first. */
  versions: PluginVersion[];
  /** Calls are held back after failures, and tried again at `probeAt`. */
  quarantine?: { since: string; reason: string; probeAt?: string };
  /** What waits for a second person. */
  pending?: PluginApproval;
  lastErrors: PluginError[];
}

export interface PluginVersion {
  version: string;
  sha256?: string;
  installedAt?: string;
  /** This bank runs it. */
  current: boolean;
  /** Markdown. */
  changelog?: string;
}

export interface PluginError {
  at: string;
  operation: string;
  cause: string;
  trace?: string;
}

export interface DifferenceLine {
  kind: string;
  change: 'ADDED' | 'REMOVED' | 'CHANGED';
  /** It asks for more than before. */
  widens?: boolean;
  words: string;
}

/** What a version asks for, against what this bank approved last. */
export interface PluginDifference {
  /** Absent or empty when nothing was approved before. */
  from?: string;
  to: string;
  /** It asks for more, so a second person has to approve. */
  widened: boolean;
  lines: DifferenceLine[];
}

export interface PluginApproval {
  id: string;
  plugin: string;
  version: string;
  action: 'ENABLE' | 'VERSION' | 'EGRESS';
  askedBy: string;
  askedAt: string;
  /** Whoever looks asked for it, and so cannot decide. */
  mine?: boolean;
  /** Why nobody can decide on it, if that is so. */
  note?: string;
  difference: PluginDifference;
}

export interface PluginBounds {
  timeoutMillis?: number;
  callsPerSecond?: number;
  callsAtOnce?: number;
}

interface Counted {
  calls: number;
  failed: number;
  /** Never came to the plugin: too many at once or in a second, or held back. */
  held?: number;
  p50Millis?: number;
  p95Millis?: number;
}

/** One stretch of time of a plugin's calls for this bank. */
export interface PluginUsage extends Counted {
  at: string;
}

/** The same for one operation, over the whole time. */
export interface OperationUsage extends Counted {
  operation: string;
}

export interface AvailablePlugin {
  id: string;
  name: string;
  version: string;
  publisher: string;
  kinds: string[];
  description: string;
  installedVersion?: string;
  sha256?: string;
  /** Signed with a key that this platform trusts. */
  signedByTrusted: boolean;
}

export interface PluginDirectory {
  source: string;
  reachable: boolean;
  detail?: string;
  items: AvailablePlugin[];
}
