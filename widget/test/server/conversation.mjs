// One conversation of the test platform: numbered messages, a state, and streams that can be resumed or broken.
import { randomUUID } from 'node:crypto';

export class Conversation {
  id = randomUUID();
  token = `ws_test_${randomUUID()}`;
  /** @type {Record<string, unknown>[]} */
  messages = [];
  state = { owner: 'ASSISTANT', working: false, assurance: 'ANONYMOUS' };
  /** @type {unknown[]} */
  ratings = [];
  #streams = new Set();
  #byClientId = new Map();

  add(message) {
    const seq = this.messages.length + 1;
    const whole = {
      seq,
      aiGenerated: message.author === 'ASSISTANT',
      createdAt: new Date().toISOString(),
      citations: [],
      ...message,
    };
    this.messages.push(whole);
    for (const stream of this.#streams) write(stream, 'message', whole, seq);
    return seq;
  }

  /** The same client message id keeps its one message, as in the platform. */
  accept(clientMessageId, text) {
    const known = this.#byClientId.get(clientMessageId);
    if (known) return { seq: known, isNew: false };
    const seq = this.add({ author: 'CUSTOMER', text, clientMessageId });
    this.#byClientId.set(clientMessageId, seq);
    return { seq, isNew: true };
  }

  become(change) {
    this.state = { ...this.state, ...change };
    for (const stream of this.#streams) write(stream, 'state', this.state);
  }

  /** What may be read of the next message; nobody who comes later gets it. */
  show(text, citations = []) {
    for (const stream of this.#streams) write(stream, 'partial', { turnId: 'turn-1', text, citations });
  }

  follow(response, after) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' });
    write(response, 'state', this.state);
    for (const message of this.messages) {
      if (message.seq > after) write(response, 'message', message, message.seq);
    }
    this.#streams.add(response);
    const beat = setInterval(() => write(response, 'heartbeat', {}), 5_000);
    response.on('close', () => {
      clearInterval(beat);
      this.#streams.delete(response);
    });
  }

  get streams() {
    return this.#streams.size;
  }

  /** As a platform that goes: says when to come back, and ends in order. */
  endStreams(afterMillis) {
    for (const stream of this.#streams) {
      write(stream, 'reconnect', { afterMillis });
      stream.end();
    }
  }

  /** Breaks every connection, in the middle of an event when asked. */
  breakStreams(halfEvent = '') {
    for (const stream of this.#streams) {
      if (halfEvent) stream.write(halfEvent, () => stream.destroy());
      else stream.destroy();
    }
  }
}

function write(response, type, data, id) {
  response.write(`event: ${type}\n${id ? `id: ${id}\n` : ''}data: ${JSON.stringify(data)}\n\n`);
}
