// @vitest-environment node
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  backOff,
  type ConnectionState,
  openEventStream,
  type StreamOptions,
} from '../src/stream/event-stream.ts';
import { type ServerEvent, sseParser } from '../src/stream/sse-parser.ts';
import { batcher } from '../src/stream/use-event-stream.ts';

/** A loaded machine is slow, not wrong. */
const soon = (check: () => void) => vi.waitFor(check, { timeout: 8_000 });

vi.stubGlobal('window', new EventTarget());
vi.stubGlobal('navigator', { onLine: true });

let server: Server;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let close: (() => void) | undefined;
const seen: ServerEvent[] = [];
const states: ConnectionState[] = [];

beforeEach(async () => {
  seen.length = 0;
  states.length = 0;
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  close?.();
  server.close();
  server.closeAllConnections();
});
function open(options: Partial<StreamOptions> = {}) {
  const { port } = server.address() as AddressInfo;
  close = openEventStream({
    url: `http://127.0.0.1:${port}/events`,
    onEvent: (event) => seen.push(event),
    onState: (state) => states.push(state),
    firstWaitMillis: 5,
    longestWaitMillis: 20,
    ...options,
  });
}
function begin(response: ServerResponse) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  response.flushHeaders();
}

describe('an event stream', () => {
  it('gives events and says that it is live', async () => {
    answer = (_request, response) => {
      begin(response);
      response.write('id: 7\nevent: message\ndata: {"text":"नमस्ते"}\n\n');
    };
    open();
    await soon(() => expect(seen).toEqual([{ id: '7', event: 'message', data: { text: 'नमस्ते' } }]));
    expect(states).toEqual(['connecting', 'live']);
  });

  it('comes back after a cut and asks for what it missed', async () => {
    const asked: (string | undefined)[] = [];
    answer = (request, response) => {
      asked.push(request.headers['last-event-id'] as string | undefined);
      begin(response);
      if (asked.length === 1) response.end('id: 41\nevent: message\ndata: {}\n\n');
    };
    open();
    await soon(() => expect(asked).toEqual([undefined, '41']));
    await soon(() => expect(states).toEqual(['connecting', 'live', 'reconnecting', 'live']));
  });

  it('comes back when it is told to, without a word of trouble', async () => {
    const asked: (string | undefined)[] = [];
    answer = (request, response) => {
      asked.push(request.headers['last-event-id'] as string | undefined);
      begin(response);
      if (asked.length === 1) {
        response.end('id: 8\nevent: message\ndata: {}\n\nevent: reconnect\ndata: {"afterMillis":20}\n\n');
      } else response.write('id: 9\nevent: message\ndata: {}\n\n');
    };
    open();
    await soon(() => expect(seen.map((event) => event.id)).toEqual(['8', '9']));
    expect(asked).toEqual([undefined, '8']);
    expect(states).toEqual(['connecting', 'live']);
  });

  it('takes silence for a dead connection', async () => {
    let connections = 0;
    answer = (_request, response) => {
      connections += 1;
      begin(response);
    };
    open({ silenceMillis: 30 });
    await soon(() => expect(connections).toBeGreaterThan(1));
    expect(states).toContain('reconnecting');
  });

  it('calls itself offline after several failures and recovers', async () => {
    let calls = 0;
    answer = (_request, response) => {
      calls += 1;
      if (calls <= 3) response.writeHead(503).end();
      else begin(response);
    };
    open({ offlineAfter: 3 });
    await soon(() => expect(states).toEqual(['connecting', 'reconnecting', 'offline', 'live']));
  });

  it('does not knock again after a refusal', async () => {
    let calls = 0;
    answer = (_request, response) => {
      calls += 1;
      response.writeHead(403).end();
    };
    open();
    await soon(() => expect(states).toEqual(['connecting', 'refused']));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(calls).toBe(1);
  });

  it('is silent once closed', async () => {
    let gone = false;
    answer = (request, response) => {
      begin(response);
      request.on('close', () => {
        gone = true;
      });
    };
    open();
    await soon(() => expect(states).toContain('live'));
    close?.();
    await soon(() => expect(gone).toBe(true));
    expect(states).toEqual(['connecting', 'live']);
  });

  it('waits longer after each failure, up to a limit, never all at the same time', () => {
    const wait = (failures: number, random: number) => backOff(failures, { random: () => random });
    expect([wait(1, 1), wait(2, 1), wait(5, 1), wait(40, 1)]).toEqual([500, 1000, 8000, 15_000]);
    expect(wait(1, 0)).toBe(250);
  });
});

describe('the parser', () => {
  it('puts split chunks together and drops comments', () => {
    const events: ServerEvent[] = [];
    const parse = sseParser((event) => events.push(event));
    for (const chunk of [': hello\n\nid: 1\nev', 'ent: note\ndata: {"a"', ':1}\n', '\ndata: not json\n\n'])
      parse(chunk);
    expect(events).toEqual([
      { id: '1', event: 'note', data: { a: 1 } },
      { id: undefined, event: 'message', data: undefined },
    ]);
  });
});

describe('a batch', () => {
  it('hands over what came within its time together, each value once', async () => {
    const batches: string[][] = [];
    const batch = batcher<string>((values) => batches.push([...values]), 20);
    for (const value of ['a', 'b', 'a']) batch.add(value);
    await soon(() => expect(batches).toEqual([['a', 'b']]));
    batch.add('c');
    batch.stop();
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(batches).toHaveLength(1);
  });
});
