// A bank's own API is brought into the console, mapped, tried, and published by two people; then a customer reads figures that only
// that server knows.
import { CoreBank, KEY, OPENAPI } from './stage/core-bank.mjs';
import { Customer } from './stage/customer.mjs';
import { hold, journey } from './stage/journey.mjs';
import { signedIn } from './stage/staff.mjs';

const REF = 'MB-1002';
const PATH = `/customers/${REF}/accounts`;
const BOOKS = {
  [PATH]: {
    items: [
      {
        id: 'F-77',
        type: 'SB',
        label: 'Fern everyday',
        number: '000011117731',
        booked: '73519.25',
        currency: 'INR',
      },
    ],
  },
  [`${PATH}/F-77/balance`]: {
    currency: 'INR',
    booked: '73519.25',
    available: '71111.75',
    at: new Date().toISOString(),
  },
  [`${PATH}/F-77/reservations`]: {
    items: [{ id: 'R-5', text: 'Hotel', sum: '2407.50', currency: 'INR', since: new Date().toISOString() }],
    held: '2407.50',
    currency: 'INR',
  },
};

/** For each call the operation that it serves, and where the places of its result are in the bank's answer. */
const READS = [
  [
    'listAccounts',
    'List accounts',
    {
      'accounts[]': 'response.items',
      'accounts[].account': 'id',
      'accounts[].kind': "$lookup({'SB': 'SAVINGS', 'CA': 'CURRENT'}, type)",
      'accounts[].nickname': 'label',
      'accounts[].last4': '$substring(number, -4)',
      'accounts[].status': "'ACTIVE'",
      'accounts[].balance.minor': '$minor(booked, currency)',
      'accounts[].balance.currency': 'currency',
    },
  ],
  [
    'listReservations',
    'Amounts held',
    {
      'holds[]': 'response.items',
      'holds[].hold': 'id',
      'holds[].description': 'text',
      'holds[].amount.minor': '$minor(sum, currency)',
      'holds[].amount.currency': 'currency',
      'holds[].placedAt': 'since',
      'total.minor': '$minor(response.held, response.currency)',
      'total.currency': 'response.currency',
    },
  ],
  [
    'getAccountBalance',
    'Balance of an account',
    {
      'balance.minor': '$minor(response.booked, response.currency)',
      'balance.currency': 'response.currency',
      'available.minor': '$minor(response.available, response.currency)',
      'available.currency': 'response.currency',
      asOf: 'response.at',
    },
  ],
];
const BLOCK = {
  'The body': "{'why': arguments.reason}",
  blockedAt: 'response.stoppedAt',
  alreadyBlocked: 'response.already',
};

await journey('connector', async (stage) => {
  const core = await CoreBank.start(BOOKS);
  try {
    return await play(stage, core);
  } finally {
    core.stop();
  }
});

async function play(stage, core) {
  const { page: writer } = await stage.step('the first administrator signs in', () =>
    signedIn(stage, 'meridian', 'ADMIN', '/admin/'),
  );
  await stage.step('gives the plugin the address and the key', async () => {
    await writer.goto('/admin/plugins/banking-rest?tab=settings');
    await writer.getByLabel('Server address').fill(core.url);
    await writer.getByLabel('Key', { exact: true }).fill(KEY);
    await writer.getByRole('button', { name: 'Save settings' }).click();
    await writer.getByText('are saved').waitFor();
  });
  await stage.step('imports the bank’s OpenAPI file into a new connector', async () => {
    await writer.goto('/admin/connectors?new=true');
    const dialog = writer.getByRole('dialog');
    await dialog.getByLabel('Title').fill('Fern core');
    await dialog.getByRole('button', { name: 'Create the draft' }).click();
    await writer.getByRole('heading', { name: 'Fern core' }).waitFor();
    await writer
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'fern.json', mimeType: 'application/json', buffer: Buffer.from(OPENAPI) });
    await writer.getByRole('button', { name: 'Read it' }).click();
    await writer.getByRole('list', { name: 'Calls' }).waitFor();
  });
  await stage.look(writer, 'calls', { phone: true });
  for (const [call, operation, places] of READS)
    await stage.step(`maps ${call}`, () => mapped(writer, call, operation, places));
  await stage.look(writer, 'mapper', { phone: true });
  await stage.step('and the block of a card, which happens once however often it is asked for', async () => {
    await mapped(writer, 'stopCard', 'Block a card', BLOCK);
    const header = await writer.getByLabel('Header that makes it happen once').inputValue();
    hold(header === 'Idempotency-Key', `the header that makes it happen once is “${header}”`);
    await writer.getByText('Saved', { exact: true }).waitFor();
  });
  await stage.step('asks the server itself', async () => {
    await writer.getByRole('tab', { name: 'Try it' }).click();
    await tried(writer, 'Balance of an account', { account: 'F-77' });
    await writer.getByRole('region', { name: 'What comes out' }).getByText('7351925').waitFor();
  });
  await stage.look(writer, 'tried', { phone: true });
  await stage.step('and blocks a card there, after saying that it is a test system', async () => {
    await writer.getByRole('checkbox', { name: 'The address leads to a test system' }).check();
    await tried(writer, 'Block a card', { card: 'C-4', reason: 'LOST' });
    const stopped = [...core.stopped.values()].map(({ card }) => card).join(', ');
    hold(stopped === 'C-4', `the server stopped “${stopped}”`);
  });
  await stage.step('asks for its publication', async () => {
    await writer.getByRole('button', { name: 'Publish' }).click();
    const dialog = writer.getByRole('dialog');
    await dialog.getByLabel('What is new, for the second person').fill('Balances from our core.');
    await dialog.getByRole('button', { name: 'Ask a second person' }).click();
    await writer
      .getByText('asked for publication')
      .or(writer.getByText('Waits for a second person'))
      .first()
      .waitFor();
  });
  const { page: second } = await stage.step('the second administrator signs in', () =>
    signedIn(stage, 'meridian', 'ADMIN', '/admin/', 1),
  );
  await stage.step('reads what it would do, and publishes it', async () => {
    await second.goto('/admin/connectors/fern-core?tab=review');
    await second.getByText('Balances from our core.').waitFor();
    await stage.look(second, 'review', { phone: true });
    await second.getByRole('button', { name: 'Approve and publish' }).click();
    await second.getByText('The bank runs on version 1 now').waitFor();
  });
  await stage.step('the plugin is seen to work and asked to be enabled', async () => {
    await writer.goto('/admin/plugins/banking-rest?tab=settings');
    await writer.getByRole('button', { name: 'Test connection' }).click();
    await writer.getByRole('button', { name: 'Enable' }).click();
    await writer.getByText('a second person has to approve').first().waitFor();
  });
  await stage.step('and the second administrator lets it reach that address', async () => {
    await second.goto('/admin/approvals');
    await second.getByText(/asks to enable/).waitFor();
    await second.getByRole('button', { name: 'Approve', exact: true }).click();
    await second.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).click();
    await second.getByText('Nothing waits for a second person').waitFor();
  });
  return served(stage, core);
}

/** Lets that call serve that operation, place by place, until the operation takes the sample's result. */
async function mapped(writer, call, operation, places) {
  await writer.getByRole('button', { name: `${call} serves ${operation}`, exact: true }).click();
  await writer.getByRole('heading', { name: operation, exact: true }).waitFor();
  for (const [place, expression] of Object.entries(places))
    await writer.getByLabel(`Expression for ${place}`, { exact: true }).fill(expression);
  await writer.getByText('It fits the operation.').waitFor();
}

async function tried(writer, operation, given) {
  await writer.getByLabel('Operation', { exact: true }).selectOption({ label: operation });
  await writer.getByRole('textbox', { name: 'Customer' }).fill(REF);
  await writer.getByRole('textbox', { name: 'Arguments' }).fill(JSON.stringify(given));
  await writer.getByRole('button', { name: 'Ask it' }).click();
  await writer.getByText('It works').waitFor();
}

/** What a customer has of it. */
async function served(stage, core) {
  const page = await stage.person();
  const customer = new Customer(page, 'meridian');
  const session = await stage.step('a customer opens the chat', async () => {
    await customer.visit();
    await customer.signIn(REF);
    return customer.openChat();
  });
  const before = core.asked.length;
  await stage.step('asks for the balance, and reads what only that server knows', async () => {
    const since = Date.now();
    await customer.write('What is my balance?');
    const code = customer.panel.getByRole('region', { name: 'Confirm that it is you' });
    await code.getByLabel('6-digit code').fill(await customer.codeFromPhone(since));
    const account = 'Fern everyday ending 7731';
    await customer.log.getByText(`${account}: ₹71,111.75 available, ₹73,519.25 in total`).waitFor();
    await customer.log.getByText('₹2,407.50 is held').waitFor();
  });
  await stage.look(page, 'balance', { phone: true });
  return { conversation: session.conversationId, asked: core.asked.slice(before).sort() };
}
