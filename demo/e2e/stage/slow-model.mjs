// A model on this machine that speaks the language of OpenAI's chat interface and writes only as fast as it is let.
import { createServer } from 'node:http';

export class SlowModel {
  #server;
  #goOn;

  /**
   * @param sentences what it writes, the second and later ones only after `goOn`
   * @param source words of the passage that says them
   */
  static async start(sentences, source) {
    const model = new SlowModel();
    const waiting = new Promise((resolve) => {
      model.#goOn = resolve;
    });
    model.#server = createServer(async (request, response) => {
      let body = '';
      for await (const part of request) body += part;
      if (request.method === 'GET') return response.end('{"data":[]}');
      const prompt = JSON.parse(body).messages.map((one) => one.content).join('\n');
      const number = numberOf(prompt, source);
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write(chunk('{"answered": true, "sentences": ['));
      for (const [at, text] of sentences.entries()) {
        if (at === 1) await waiting;
        response.write(chunk(`${at > 0 ? ', ' : ''}${JSON.stringify({ text, sources: [number] })}`));
      }
      response.write(chunk(']}'));
      response.end(`${chunk('', 'stop')}data: [DONE]\n\n`);
    });
    await new Promise((resolve) => model.#server.listen(0, '127.0.0.1', resolve));
    return model;
  }

  get url() {
    return `http://127.0.0.1:${this.#server.address().port}/v1`;
  }

  goOn() {
    this.#goOn();
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** The passages come as numbered texts; which of them has these words. */
function numberOf(prompt, source) {
  const before = prompt.slice(0, prompt.indexOf(source));
  return Number([...before.matchAll(/<text number="(\d+)">/g)].at(-1)?.[1] ?? 1);
}

function chunk(content, reason = null) {
  const choice = { index: 0, delta: { role: 'assistant', content }, finish_reason: reason };
  const data = { id: 'c-1', object: 'chat.completion.chunk', model: 'slow-1', choices: [choice] };
  return `data: ${JSON.stringify(data)}\n\n`;
}
