import type { Outcome } from '../api/problem.ts';
import type { Accepted } from '../api/widget-api.ts';

export interface OutboxSettings {
  send(clientMessageId: string, text: string): Promise<Outcome<Accepted>>;
  onSettled(clientMessageId: string, outcome: Outcome<Accepted>): void;
}

interface Letter {
  clientMessageId: string;
  text: string;
}

/** Sends one message after the other, so that they are stored in the order in which they were written. */
export class Outbox {
  readonly #settings: OutboxSettings;
  readonly #waiting: Letter[] = [];
  #busy = false;

  constructor(settings: OutboxSettings) {
    this.#settings = settings;
  }

  add(letter: Letter): void {
    this.#waiting.push(letter);
    if (!this.#busy) void this.#work();
  }

  clear(): void {
    this.#waiting.length = 0;
  }

  async #work(): Promise<void> {
    this.#busy = true;
    for (let letter = this.#waiting.shift(); letter; letter = this.#waiting.shift()) {
      const outcome = await this.#settings.send(letter.clientMessageId, letter.text);
      this.#settings.onSettled(letter.clientMessageId, outcome);
    }
    this.#busy = false;
  }
}

/** `crypto.randomUUID` is missing on pages without TLS; this is not. */
export function newMessageId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
