import { describe, expect, it } from 'vitest';
import { createEventParser, type ServerEvent } from '../../src/chat/stream/event-parser.ts';

function parse(...chunks: string[]): ServerEvent[] {
  const events: ServerEvent[] = [];
  const feed = createEventParser((event) => events.push(event));
  for (const chunk of chunks) feed(chunk);
  return events;
}

const STREAM =
  'event: message\r\nid: 7\r\ndata: {"text":"₹5,000"}\r\n\r\n: beat\n\nevent: state\ndata: a\ndata: b\n\n';
const EVENTS = [
  { type: 'message', id: '7', data: '{"text":"₹5,000"}' },
  { type: 'state', id: '7', data: 'a\nb' },
];

describe('the event parser', () => {
  it('reads events, whatever ends their lines', () => {
    expect(parse(STREAM)).toEqual(EVENTS);
    expect(parse(STREAM.replaceAll('\r\n', '\r'))).toEqual(EVENTS);
  });

  it('does not mind where the stream is cut', () => {
    for (let cut = 1; cut < STREAM.length; cut++) {
      expect(parse(STREAM.slice(0, cut), STREAM.slice(cut)), `cut at ${cut}`).toEqual(EVENTS);
    }
    expect(parse(...STREAM)).toEqual(EVENTS);
  });

  it('gives nothing of an event whose end did not come', () => {
    expect(parse('event: message\nid: 8\ndata: {"half":')).toEqual([]);
  });

  it('ignores comments, unknown fields and events without data', () => {
    expect(parse(': hello\nretry: 100\ncolour: red\n\nevent: state\n\n')).toEqual([]);
  });

  it('takes off one space after the colon, and no more', () => {
    expect(parse('data:  two\n\ndata:none\n\n').map((event) => event.data)).toEqual([' two', 'none']);
  });
});
