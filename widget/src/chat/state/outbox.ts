import { busySeconds, isBusy, type Outcome } from '../api/problem.ts';
import type { Accepted } from '../api/widget-api.ts';

export interface OutboxSettings {
  send(clientMessageId: string, text: string): Promise<Outcome<Accepted>>;
  onSettled(clientMessageId: string, outcome: Outcome<Accepted>): void;
}

interface Letter {
  clientMessageId: string;
  text: string;
}

/**
 * Sends one message after the other, so that they are stored in the order in which they were written. What a busy platform
 * does not take goes out again by itself when it said that it can.
 */
export class Outbox {
  readonly #settings: OutboxSettings;
  readonly #waiting: Letter[] = [];
  #busy = false;
  #wake = () => {};

  constructor(settings: OutboxSettings) {
    this.#settings = settings;
  }

  add(letter: Letter): void {
    this.#waiting.push(letter);
    if (!this.#busy) void this.#work();
  }

  clear(): void {
    this.#waiting.length = 0;
    this.#wake();
  }

  async #work(): Promise<void> {
    this.#busy = true;
    for (let letter = this.#waiting.shift(); letter; letter = this.#waiting.shift()) {
      const outcome = await this.#settings.send(letter.clientMessageId, letter.text);
      this.#settings.onSettled(letter.clientMessageId, outcome);
      if (outcome.ok || !isBusy(outcome.problem)) continue;
      // At the head of the line: what was written later is not to be answered first.
      this.#waiting.unshift(letter);
      await this.#pause(busySeconds(outcome.problem) * 1000);
    }
    this.#busy = false;
  }

  #pause(millis: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, millis);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** `crypto.randomUUID` is missing on pages without TLS; this is not. */
export function newMessageId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
