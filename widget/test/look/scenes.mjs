import assert from 'node:assert/strict';

const open = async ({ chat }) => {
  await chat.locator('.launcher').click();
  await chat.locator('.bubble').first().waitFor();
};
const say = async ({ chat }, text) => {
  await chat.locator('[data-composer]').fill(text);
  await chat.locator('[data-composer]').press('Enter');
};
const answered = ({ chat }, count) =>
  chat
    .locator('.theirs .bubble')
    .nth(count - 1)
    .waitFor();

const question = async (stage) => {
  await open(stage);
  await say(stage, 'What are the savings account charges?');
  await answered(stage, 2);
};
const writing = async (stage) => {
  await open(stage);
  stage.platform.pace = 60_000;
  await say(stage, 'What are the savings account charges?');
  await stage.chat.locator('.mine .bubble').waitFor();
  const cited = [
    { title: 'Savings account: schedule of charges', heading: 'Average monthly balance', url: '/help/m/c/3' },
  ];
  stage.platform.last.show('The savings account needs an average monthly balance of **₹10,000**.', cited);
  await answered(stage, 2);
};
const code = async (stage) => {
  await open(stage);
  await say(stage, 'What is my balance?');
  await stage.chat.locator('.code input').waitFor();
};
const busy = async (stage) => {
  await question(stage);
  stage.platform.failing = { messages: 'busy' };
  await say(stage, 'And for a current account?');
  await stage.chat.locator('.unsent').waitFor();
};
const payments = async (stage) => {
  await open(stage);
  await say(stage, 'What were my last payments?');
  await answered(stage, 2);
};
const person = async (stage) => {
  await question(stage);
  await stage.chat.locator('button.human').click();
  await stage.chat.locator('.human.with').waitFor();
  await say(stage, 'Thank you, Asha. There is a charge of ₹300 that I do not understand.');
};
const closed = async (stage) => {
  await question(stage);
  await say(stage, 'goodbye');
  await stage.chat.locator('.faces').waitFor();
};

export const SCENES = [
  { name: 'launcher', play: ({ chat }) => chat.locator('.launcher').waitFor() },
  { name: 'welcome', play: open },
  { name: 'welcome-dark', dark: true, play: open },
  { name: 'answer', play: question },
  { name: 'answer-dark', dark: true, play: question },
  { name: 'answer-phone', phone: true, play: question },
  { name: 'answer-hindi', query: 'locale=hi', play: question },
  { name: 'answer-arabic', query: 'locale=ar', play: question },
  { name: 'answer-arabic-phone-dark', query: 'locale=ar', phone: true, dark: true, play: question },
  { name: 'answer-pale-accent', accent: '#ffd000', play: question },
  { name: 'answer-pale-accent-dark', accent: '#0b1d6b', dark: true, play: question },
  {
    name: 'partial',
    play: writing,
    check: async ({ chat, platform }) => {
      const bubble = chat.locator('.theirs .bubble').nth(1);
      await bubble.evaluate((node) => {
        node.dataset.same = '';
      });
      assert.equal(await chat.locator('.scroller').getAttribute('aria-busy'), 'true');
      assert.equal(await chat.locator('.votes').count(), 0, 'nobody votes on half an answer');
      platform.last.add({ author: 'ASSISTANT', text: 'The savings account needs **₹10,000**. It is so.' });
      await bubble.getByText('It is so').waitFor();
      assert.equal(await bubble.getAttribute('data-same'), '', 'its message takes the place of the partial');
      assert.equal(await chat.locator('.theirs .bubble').count(), 2);
      assert.equal(await chat.locator('.scroller').getAttribute('aria-busy'), 'false');
    },
  },
  ...['voted', 'voted-dark', 'voted-phone'].map((name) => ({
    name,
    dark: name.endsWith('dark'),
    phone: name.endsWith('phone'),
    play: async (stage) => {
      await question(stage);
      const up = stage.chat.locator('.votes button').first();
      await up.press('Enter');
      await stage.chat.locator('.votes [aria-pressed=true]').waitFor();
      await stage.page.keyboard.press('Tab');
      await stage.page.keyboard.press('Space');
      await stage.chat.locator('.votes button[aria-pressed=true] >> nth=0').waitFor();
    },
    check: async ({ chat, platform }) => {
      await chat.getByRole('button', { name: 'Not helpful', pressed: true }).waitFor();
      assert.equal(await chat.locator('.votes [aria-pressed=true]').count(), 1);
      assert.equal(platform.last.messages[2].helpful, false);
    },
  })),
  { name: 'partial-dark', dark: true, play: writing },
  { name: 'partial-phone', phone: true, play: writing },
  {
    name: 'hostile-page',
    query: 'hostile',
    play: question,
    check: async ({ chat }) => {
      const style = await chat
        .locator('.theirs .bubble p')
        .first()
        .evaluate((node) => {
          const { letterSpacing, textTransform, fontFamily, float } = getComputedStyle(node);
          return { letterSpacing, textTransform, cursive: fontFamily.includes('cursive'), float };
        });
      assert.deepEqual(style, {
        letterSpacing: 'normal',
        textTransform: 'none',
        cursive: false,
        float: 'none',
      });
    },
  },
  { name: 'code', play: code },
  {
    name: 'code-wrong-dark',
    dark: true,
    play: async (stage) => {
      await code(stage);
      await stage.chat.locator('.code input').pressSequentially('654321');
      await stage.chat.locator('.code[data-trouble]').waitFor();
      await stage.chat.locator('.code input').pressSequentially('12');
    },
  },
  {
    name: 'code-expired',
    play: async (stage) => {
      await code(stage);
      await stage.chat.locator('.code input').pressSequentially('000000');
      await stage.chat.locator('.code[data-trouble]').waitFor();
    },
  },
  {
    name: 'code-verified',
    play: async (stage) => {
      await code(stage);
      await stage.chat.locator('.code input').pressSequentially('123456');
      await answered(stage, 3);
    },
    check: async ({ chat, page }) => {
      assert.equal(await chat.locator('.code').count(), 0);
      const focused = await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.tagName);
      assert.equal(focused, 'TEXTAREA');
    },
  },
  {
    name: 'confirm',
    play: async (stage) => {
      await open(stage);
      await say(stage, 'I lost my card, block it');
      await stage.chat.locator('dl').waitFor();
    },
  },
  {
    name: 'confirm-done-dark',
    dark: true,
    play: async (stage) => {
      await open(stage);
      await say(stage, 'I lost my card, block it');
      await stage.chat.locator('.card .primary').click();
      await stage.chat.locator('.card .outcome').waitFor();
      await answered(stage, 3);
    },
    check: async ({ chat }) => assert.equal(await chat.locator('.card button').count(), 0),
  },
  {
    name: 'queue',
    play: async (stage) => {
      stage.platform.pace = 2_000;
      await open(stage);
      await stage.chat.locator('button.human').click();
      await stage.chat.locator('.human.queued').waitFor();
    },
  },
  { name: 'person', play: person },
  { name: 'person-phone-dark', phone: true, dark: true, play: person },
  {
    name: 'working',
    play: async (stage) => {
      stage.platform.pace = 3_000;
      await open(stage);
      await say(stage, 'What are the charges?');
      await stage.chat.locator('.working').waitFor();
    },
  },
  { name: 'closed', play: closed },
  {
    name: 'closed-rated-dark',
    dark: true,
    play: async (stage) => {
      await closed(stage);
      await stage.chat.locator('.faces label').nth(3).click();
    },
  },
  {
    name: 'not-sent',
    play: async (stage) => {
      await question(stage);
      stage.platform.failing = { messages: 503 };
      await say(stage, 'And for a current account?');
      await stage.chat.locator('.unsent').waitFor();
    },
  },
  {
    name: 'held-while-busy',
    phone: true,
    play: busy,
    check: async ({ chat }) => {
      assert.match(await chat.locator('.unsent').innerText(), /kept your message.*12 seconds/);
      assert.equal(await chat.locator('.mine .bubble').last().innerText(), 'And for a current account?');
    },
  },
  { name: 'held-while-busy-dark', dark: true, play: busy },
  { name: 'payments', play: payments },
  { name: 'payments-phone-dark', phone: true, dark: true, play: payments },
  {
    name: 'reconnecting',
    play: async (stage) => {
      await question(stage);
      stage.platform.failing = { events: 503 };
      stage.platform.last.breakStreams();
      await stage.chat.locator('.link').waitFor();
    },
  },
  {
    name: 'long-message',
    play: async (stage) => {
      await open(stage);
      await stage.chat.locator('[data-composer]').fill('What about this? '.repeat(236));
    },
  },
  ...['unknown', 'busy', 'broken'].map((kind) => ({
    name: `refused-${kind}`,
    query: `site-key=wk_test_${kind}`,
    dark: kind === 'busy',
    play: async ({ chat }) => {
      await chat.locator('.launcher').click();
      await chat.locator('.refused').waitFor();
    },
    check: async ({ chat }) => assert.equal(await chat.locator('button.human').count(), 1),
  })),
  {
    name: 'next-page',
    play: async (stage) => {
      await question(stage);
      await stage.page.reload();
      await answered(stage, 2);
    },
    check: async ({ chat, page }) => {
      assert.equal(await chat.locator('.mine .bubble').count(), 1);
      assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'BODY');
    },
  },
  {
    name: 'escape',
    play: async (stage) => {
      await open(stage);
      await stage.page.keyboard.press('Escape');
    },
    check: async ({ chat, page }) => {
      assert.equal(await chat.locator('.panel').isVisible(), false);
      const focused = await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className);
      assert.equal(focused, 'launcher');
    },
  },
];
