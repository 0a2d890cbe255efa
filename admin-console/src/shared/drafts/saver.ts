export type SaveState =
  | { kind: 'saved' }
  | { kind: 'saving' }
  /** Only here, in this page: the platform cannot be reached or said no. */
  | { kind: 'unsaved'; why: string; again: boolean }
  /** Somebody else saved meanwhile; nothing goes out until a person decides. */
  | { kind: 'conflict' };

export interface Stored<F> {
  etag: string;
  findings: F[];
}
interface Failure {
  status: number;
  title: string;
  worthRetrying: boolean;
}
export interface SaverParts<F, S> {
  put: (sheet: S, etag: string | undefined) => Promise<Stored<F>>;
  failureOf: (error: unknown) => Failure;
  onStored: (stored: Stored<F>) => void;
}

const PAUSE_MILLIS = 800;
const AGAIN_MILLIS = 5_000;

/** Keeps the platform's draft in step with the editor's: one request at a time, the newest sheet wins, nothing is dropped. */
export class Saver<F, S> {
  private state: SaveState = { kind: 'saved' };
  private pending: S | undefined;
  private busy = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly parts: SaverParts<F, S>,
    /** Of the platform's draft; nothing while it has none. */
    public etag: string | undefined,
  ) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  current = (): SaveState => this.state;

  /** Takes note of another sheet; it goes out a moment later. */
  changed(sheet: S): void {
    this.pending = sheet;
    if (this.state.kind === 'conflict') return;
    if (this.state.kind !== 'unsaved') this.set({ kind: 'saving' });
    this.later(PAUSE_MILLIS);
  }

  /** Sends at once what waits: the connection is back, or a person asked. */
  flush = (): void => {
    if (this.state.kind !== 'conflict') void this.send();
  };

  /** After a conflict: what is here follows what the other person saved. */
  keepMine(etag: string | undefined, sheet: S): void {
    this.etag = etag;
    this.pending = sheet;
    this.set({ kind: 'saving' });
    void this.send();
  }

  /** After a conflict: what the other person saved is what the editor shows now. */
  takeTheirs(etag: string | undefined): void {
    this.etag = etag;
    this.pending = undefined;
    this.set({ kind: 'saved' });
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private later(millis: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), millis);
  }

  private async send(): Promise<void> {
    clearTimeout(this.timer);
    const sheet = this.pending;
    if (this.busy || !sheet) return;
    this.busy = true;
    if (this.state.kind !== 'unsaved') this.set({ kind: 'saving' });
    try {
      const stored = await this.parts.put(sheet, this.etag);
      this.etag = stored.etag;
      if (this.pending === sheet) this.pending = undefined;
      this.set(this.pending ? { kind: 'saving' } : { kind: 'saved' });
      this.parts.onStored(stored);
    } catch (error) {
      this.failed(this.parts.failureOf(error));
    } finally {
      this.busy = false;
    }
    if (this.pending && this.state.kind === 'saving') this.later(PAUSE_MILLIS);
  }

  private failed({ status, title, worthRetrying }: Failure): void {
    if (status === 412) {
      this.set({ kind: 'conflict' });
      return;
    }
    this.set({ kind: 'unsaved', why: title, again: worthRetrying });
    if (worthRetrying) this.later(AGAIN_MILLIS);
  }

  private set(state: SaveState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
