import { parseJson } from '../api/json.ts';

export interface ServerEvent {
  id: string | undefined;
  event: string;
  /** Parsed JSON; `undefined` when the data was not JSON. */
  data: unknown;
}

/** Feeds on text chunks in any split, gives whole server-sent events. Comments and empty events are dropped. */
export function sseParser(onEvent: (event: ServerEvent) => void): (chunk: string) => void {
  let rest = '';
  return (chunk) => {
    rest += chunk;
    for (let end = blockEnd(rest); end; end = blockEnd(rest)) {
      const event = parseBlock(rest.slice(0, end.at));
      rest = rest.slice(end.at + end.length);
      if (event) onEvent(event);
    }
  };
}

function blockEnd(text: string): { at: number; length: number } | undefined {
  const found = /\r\n\r\n|\n\n|\r\r/.exec(text);
  return found ? { at: found.index, length: found[0].length } : undefined;
}

function parseBlock(block: string): ServerEvent | undefined {
  let id: string | undefined;
  let event = 'message';
  const data: string[] = [];
  for (const line of block.split(/\r\n|\n|\r/)) {
    const colon = line.indexOf(':');
    if (colon === 0) continue;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'id') id = value;
    else if (field === 'event') event = value;
    else if (field === 'data') data.push(value);
  }
  return data.length > 0 ? { id, event, data: dataOf(data.join('\n')) } : undefined;
}

function dataOf(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
