// A bank's own little API on this machine, as its OpenAPI file says. What it was asked is remembered.
import { createServer } from 'node:http';

export const KEY = 'fern-key-of-the-demo';

const AT = '2026-02-03T04:05:06Z';

const PATHS = {
  '/customers/{customerId}/accounts': read('listAccounts', 'Accounts of a customer', ['customerId'], {
    items: [
      {
        id: 'F-1',
        type: 'SB',
        label: 'Everyday',
        number: '000011114410',
        booked: '1200.00',
        currency: 'INR',
      },
    ],
  }),
  '/customers/{customerId}/accounts/{accountId}/balance': read(
    'getAccountBalance',
    'Booked and available balance of an account',
    ['customerId', 'accountId'],
    { currency: 'INR', booked: '1200.00', available: '1000.00', at: AT },
  ),
  '/customers/{customerId}/accounts/{accountId}/reservations': read(
    'listReservations',
    'Amounts held on an account',
    ['customerId', 'accountId'],
    {
      items: [{ id: 'R-1', text: 'Hotel', sum: '200.00', currency: 'INR', since: AT }],
      held: '200.00',
      currency: 'INR',
    },
  ),
  '/customers/{customerId}/cards/{cardId}/stop': {
    post: {
      operationId: 'stopCard',
      summary: 'Block a card',
      parameters: [
        parameter('customerId'),
        parameter('cardId'),
        { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string' } },
      ],
      requestBody: { content: { 'application/json': { example: { why: 'LOST' } } } },
      responses: {
        200: answered({ stoppedAt: AT, already: false }),
        404: { description: 'No such card, or somebody else’s' },
      },
    },
  },
};

/** The file that the bank hands out. */
export const OPENAPI = JSON.stringify({
  openapi: '3.0.3',
  info: { title: 'Fern core, customer servicing', version: '1.0' },
  components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Api-Key' } } },
  security: [{ key: [] }],
  paths: PATHS,
});

export class CoreBank {
  /** Method and path of each request that had the key. */
  asked = [];
  /** Cards that were stopped, by the id of the request: the same id again stops nothing again. */
  stopped = new Map();
  #server;

  /** @param books what is told at each address, by its path */
  static async start(books) {
    const bank = new CoreBank();
    bank.#server = createServer((request, response) => bank.#answer(request, response, books));
    await new Promise((resolve) => bank.#server.listen(0, '127.0.0.1', resolve));
    return bank;
  }

  get url() {
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  #answer(request, response, books) {
    const say = (status, body) => {
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (request.headers['x-api-key'] !== KEY) return say(401, { error: 'no key' });
    this.asked.push(`${request.method} ${request.url}`);
    const [, card] = /^\/customers\/[^/]+\/cards\/([^/]+)\/stop$/.exec(request.url) ?? [];
    if (request.method === 'POST' && card) {
      const id = request.headers['idempotency-key'];
      const at = this.stopped.get(id)?.at ?? new Date().toISOString();
      this.stopped.set(id, { card: decodeURIComponent(card), at });
      return say(200, { stoppedAt: at, already: false });
    }
    const told = books[decodeURIComponent(request.url)];
    if (request.method !== 'GET' || !told) return say(404, { error: 'not here' });
    return say(200, told);
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

function read(operationId, summary, names, example) {
  return {
    get: {
      operationId,
      summary,
      parameters: names.map(parameter),
      responses: { 200: answered(example), 404: { description: 'Not there, or somebody else’s' } },
    },
  };
}

function parameter(name) {
  return { name, in: 'path', required: true, schema: { type: 'string' } };
}

function answered(example) {
  return { description: 'So it is', content: { 'application/json': { example } } };
}
