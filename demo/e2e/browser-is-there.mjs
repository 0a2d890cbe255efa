// Says which browser the journeys run in, or in one line that there is none.
import { launch } from './stage/browser.mjs';

try {
  const browser = await launch();
  console.log(JSON.stringify({ version: browser.version() }));
  await browser.close();
} catch (failure) {
  console.error(failure.message.split('\n')[0]);
  process.exitCode = 1;
}
