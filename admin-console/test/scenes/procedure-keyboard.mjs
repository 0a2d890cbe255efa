// A procedure from an empty canvas, by the keyboard alone: nothing here clicks.

/** Presses Tab until the field or button of that name has the keyboard, as somebody without a mouse does. */
async function tabTo(page, name, within = 70) {
  for (let pressed = 0; pressed < within; pressed += 1) {
    const reached = await page.evaluate((wanted) => {
      const element = document.activeElement;
      const label =
        element?.getAttribute('aria-label') ?? element?.labels?.[0]?.textContent ?? element?.textContent;
      return (label ?? '').replace(/\*|missing/g, '').trim() === wanted;
    }, name);
    if (reached) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard never reached “${name}”`);
}

const key = (page, name) => page.keyboard.press(name);

async function add(page, words) {
  await key(page, 'n');
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Find a step');
  await page.keyboard.type(words);
  await page.locator('#node-picker [role=option]').first().waitFor();
  await key(page, 'Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await onStep(page);
}

/** Chooses in the list that has the keyboard by typing, as browsers let one. */
async function choose(page, label, value) {
  await tabTo(page, label);
  await page.keyboard.type(value);
}

async function write(page, label, text) {
  await tabTo(page, label);
  await page.keyboard.type(text);
}

/** Until one of the steps has the keyboard. */
const onStep = (page, id) =>
  page.waitForFunction((wanted) => {
    const step = document.activeElement?.getAttribute('data-step');
    return wanted ? step === wanted : step;
  }, id);

async function open(page, id) {
  for (let pressed = 0; pressed < 12; pressed += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.getAttribute('data-step') === wanted, id))
      break;
    await key(page, 'ArrowDown');
  }
  await key(page, 'Enter');
  await page.waitForFunction(() => document.activeElement?.closest('[data-inspector]'));
}
const back = async (page) => {
  await key(page, 'Escape');
  await onStep(page);
  await key(page, 'Home');
};

export async function buildByKeyboard(page, state) {
  await page.keyboard.type('Block a lost card');
  await key(page, 'Enter');
  await page.getByRole('heading', { name: 'Block a lost card' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.classList.contains('react-flow'));
  await key(page, 'o');
  await page.getByRole('button', { name: 'Add the first step' }).waitFor();

  await add(page, 'makes sure who');
  await add(page, 'List cards');
  await add(page, 'asks the customer');
  await add(page, 'confirm');
  await add(page, 'Block a card');
  await add(page, 'it is over');
  await add(page, 'a person goes on');

  await key(page, 'Home');
  await open(page, 'verify');
  for (const way of ['not proven', 'too late', 'error', 'refused']) await choose(page, way, 'person');
  await back(page);
  await open(page, 'list');
  await write(page, 'The result is kept as', 'cards');
  for (const way of ['error', 'too late', 'refused']) await choose(page, way, 'person');
  await back(page);
  await open(page, 'ask');
  await write(page, 'English', 'Which card?');
  await write(page, 'Hindi', 'कौन सा कार्ड?');
  await choose(page, 'The answer is a', 'reference:card');
  await write(page, 'Kept as', 'card');
  for (const way of ['gave up', 'too late']) await choose(page, way, 'person');
  await back(page);
  await open(page, 'confirm');
  await choose(page, 'For the operation of step', 'block');
  await choose(page, 'says no', 'done');
  await choose(page, 'too late', 'done');
  await back(page);
  await open(page, 'block');
  await write(page, 'card', 'card');
  await choose(page, 'reason', 'Lost');
  for (const way of ['error', 'too late', 'refused']) await choose(page, way, 'person');
  await back(page);
  await open(page, 'person');
  await write(page, 'Team', 'cards');
  await write(page, 'English', 'A colleague goes on.');
  await write(page, 'Hindi', 'एक सहकर्मी आगे बढ़ेंगे।');
  await back(page);
  await page.getByText('Problems', { exact: true }).waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
  const stored = state.world.procedures.find(({ id }) => id === 'block-a-lost-card').draft.definition;
  const ways = Object.entries(stored.nodes).map(
    ([id, { next, on }]) => `${id}>${next ?? ''}:${Object.values(on ?? {})}`,
  );
  const wanted = [
    'verify>list:person,person,person,person',
    'list>ask:person,person,person',
    'ask>confirm:person,person',
    'confirm>block:done,done',
    'block>done:person,person,person',
    'done>:',
    'person>:',
  ];
  if (ways.sort().join(' ') !== wanted.sort().join(' '))
    throw new Error(`built something else: ${ways.join(' ')}`);
  if (stored.nodes.block.with.reason !== "'LOST'") throw new Error('the reason is not told');
  if (stored.variables.cards !== 'result:cards.list/v1') throw new Error('the result is not kept');
}
