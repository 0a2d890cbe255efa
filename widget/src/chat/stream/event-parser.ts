export interface ServerEvent {
  type: string;
  data: string;
  /** The last id named on the stream, on this event or an earlier one. */
  id: string;
}

/**
 * Cuts a text/event-stream into events. Text may arrive cut anywhere, also between the two characters of a CRLF; an event
 * counts only once its empty line has come, so a connection that breaks in the middle of one yields nothing of it.
 */
export function createEventParser(emit: (event: ServerEvent) => void): (chunk: string) => void {
  let rest = '';
  let type = '';
  let data: string[] = [];
  let id = '';

  const line = (content: string) => {
    if (content === '') {
      if (data.length > 0) emit({ type: type || 'message', data: data.join('\n'), id });
      type = '';
      data = [];
      return;
    }
    const colon = content.indexOf(':');
    if (colon === 0) return;
    const field = colon < 0 ? content : content.slice(0, colon);
    const value = colon < 0 ? '' : content.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') type = value;
    else if (field === 'data') data.push(value);
    else if (field === 'id' && !value.includes('\0')) id = value;
  };

  return (chunk) => {
    rest += chunk;
    for (;;) {
      const end = rest.search(/[\r\n]/);
      // A CR at the very end may be half of a CRLF: wait for what follows.
      if (end < 0 || (rest[end] === '\r' && end === rest.length - 1)) return;
      const width = rest[end] === '\r' && rest[end + 1] === '\n' ? 2 : 1;
      const content = rest.slice(0, end);
      rest = rest.slice(end + width);
      line(content);
    }
  };
}
