import type { ReactNode } from 'react';
import { chordOf, isSingleKey, isTyping, type Keys } from './chord.ts';

/** Something a person can do here and now: it appears in the palette, in the help, and answers to its keys. */
export interface Command {
  id: string;
  /** What it does, as a verb: "Claim conversation". */
  label: string;
  /** Heading in palette and help. */
  group: string;
  keys?: Keys | undefined;
  run: () => void;
  icon?: ReactNode;
  description?: string | undefined;
  /** More words that find it. */
  keywords?: string | undefined;
  /** Shown in the help only, never in the palette ("move down"). */
  hidden?: boolean | undefined;
  /** Fires in text fields as well; only for bindings with a modifier. */
  whileTyping?: boolean | undefined;
  /** Fires while a dialog is open. */
  inDialog?: boolean | undefined;
}

const SEQUENCE_MILLIS = 1_200;

/** All commands on screen; the one mounted last wins a key that two of them want. */
export class CommandStore {
  private readonly groups = new Map<symbol, readonly Command[]>();
  private readonly listeners = new Set<() => void>();
  private snapshot: readonly Command[] = [];
  private prefix: { chord: string; at: number } | undefined;
  singleKeys = true;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  all = (): readonly Command[] => this.snapshot;

  /** @returns takes them away again */
  add(commands: readonly Command[]): () => void {
    const key = Symbol('commands');
    this.groups.set(key, commands);
    this.changed();
    return () => {
      this.groups.delete(key);
      this.changed();
    };
  }

  /** @returns true when a command took the key */
  press(event: KeyboardEvent): boolean {
    if (event.defaultPrevented || event.repeat || event.isComposing) return false;
    const chord = chordOf(event);
    const prefix = this.prefix;
    this.prefix = undefined;
    const sequence =
      prefix && event.timeStamp - prefix.at < SEQUENCE_MILLIS ? `${prefix.chord} ${chord}` : undefined;
    const command = (sequence && this.find(sequence, event)) || this.find(chord, event);
    if (command) {
      command.run();
      return true;
    }
    if (!isTyping(event.target) && this.startsSequence(chord)) {
      this.prefix = { chord, at: event.timeStamp };
    }
    return false;
  }

  private find(keys: string, event: KeyboardEvent): Command | undefined {
    const single = isSingleKey(keys);
    if (single && !this.singleKeys) return undefined;
    const typing = isTyping(event.target);
    const inDialog = event.target instanceof Element && event.target.closest('[role="dialog"]') !== null;
    const dialogOpen = inDialog || document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
    return this.snapshot.findLast(
      (command) =>
        command.keys === keys &&
        (!typing || (command.whileTyping === true && !single)) &&
        (!dialogOpen || command.inDialog === true),
    );
  }

  private startsSequence(chord: string): boolean {
    return this.singleKeys && this.snapshot.some((command) => command.keys?.startsWith(`${chord} `));
  }

  private changed(): void {
    this.snapshot = [...this.groups.values()].flat();
    for (const listener of this.listeners) listener();
  }
}
