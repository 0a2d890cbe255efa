// A question in Hindi is answered in Hindi, from a Hindi document.
import { Customer } from './stage/customer.mjs';
import { hold, journey } from './stage/journey.mjs';

const DEVANAGARI = /[\u0900-\u097f]/g;

await journey('hindi', async (stage) => {
  const page = await stage.person({ locale: 'hi-IN' });
  const visitor = new Customer(page, 'meridian');
  const session = await stage.step('a visitor opens the chat', async () => {
    await visitor.visit();
    return visitor.openChat();
  });
  const answer = await stage.step('the question in Hindi gets an answer in Hindi', async () => {
    const reply = await visitor.ask('UPI भुगतान असफल होने पर पैसा कब वापस आता है?');
    const text = await reply.locator('p, li').first().innerText();
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    const hindi = text.match(DEVANAGARI)?.length ?? 0;
    hold(letters > 20 && hindi / letters > 0.5, `this is not Hindi: ${text}`);
    await reply.locator('.sources a').first().waitFor();
    return text;
  });
  await stage.look(page, 'answered', { phone: true });
  return { conversation: session.conversationId, answer };
});
