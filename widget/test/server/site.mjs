// A bank's own website, on another origin than the platform and with a style sheet that means no good to what it embeds.
import { createServer } from 'node:http';

const HOSTILE = `
* { letter-spacing: 3px; text-transform: uppercase; box-sizing: content-box; line-height: 3; font-family: cursive !important; }
div, section, button, p, textarea { float: left; margin: 9px; color: red; background: yellow; border: 4px dashed; }
openteller-widget { display: none; position: absolute; opacity: .2; transform: rotate(9deg); filter: blur(2px); }`;

const PLAIN = `
body { margin: 0; font: 16px/1.6 Georgia, serif; color: #22303c; background: #f7f5f0; }
main { max-width: 640px; padding: 64px 48px; } h1 { font-size: 44px; line-height: 1.15; }
@media (prefers-color-scheme: dark) { body { background: #101317; color: #d5dbe2; } }`;

/** `strict` is a policy as banks have it: nothing inline, no eval. */
export async function startSite(platformOrigin, port = 0) {
  const server = createServer((request, response) => {
    const query = new URL(request.url, 'http://localhost').searchParams;
    if (request.url.startsWith('/style.css')) {
      response.writeHead(200, { 'Content-Type': 'text/css' });
      return response.end(query.has('hostile') ? HOSTILE : PLAIN);
    }
    const attributes = ['site-key', 'locale', 'theme', 'identity-token']
      .map((name) => [name, query.get(name) ?? (name === 'site-key' ? 'wk_test_12345678' : '')])
      .filter(([, value]) => /^[\w.-]+$/.test(value))
      .map(([name, value]) => `data-${name}="${value}"`)
      .join(' ');
    const language = query.get('locale') ?? 'en';
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; script-src ${platformOrigin}; connect-src ${platformOrigin}; style-src 'self'; require-trusted-types-for 'script'`,
    });
    return response.end(`<!doctype html><html lang="${/^\w+$/.test(language) ? language : 'en'}"><head><title>Meridian Bank</title>
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<link rel="stylesheet" href="/style.css${query.has('hostile') ? '?hostile' : ''}"></head>
<body><main><h1>Banking that stays out of your way</h1><p>Savings, cards and loans, with people who answer.</p></main>
<script src="${platformOrigin}/widget/widget.js" ${attributes} async></script></body></html>`);
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
