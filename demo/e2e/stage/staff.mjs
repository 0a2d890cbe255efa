// A member of a bank's staff, signed in through the identity server's own page.
import { staffMember } from './journey.mjs';

/** Before the sign-in, this question is answered with 401; that is how the page knows where to go. */
export const notSignedInYet = (text, at) => text.includes('401') && new URL(at).pathname === '/api/v1/me';

/** @param expected an answer that is part of the journey, besides the first question's 401 */
export async function signedIn(stage, bank, role, path, place = 0, expected = () => false) {
  const member = staffMember(bank, role, place);
  const page = await stage.person({
    expected: (text, at) => notSignedInYet(text, at) || expected(text, at),
  });
  await page.goto(path);
  await page.waitForURL(/\/realms\/openteller\//);
  await page.locator('#username').fill(member.email);
  const password = page.locator('#password');
  // With organizations the server may ask for the address first and for the password on a second page.
  if (!(await password.isVisible())) await page.locator('#kc-login').click();
  await password.fill(member.password);
  await page.locator('#kc-login').click();
  await page.waitForURL((url) => url.origin === stage.origin && url.pathname.startsWith(path));
  return { page, member };
}
