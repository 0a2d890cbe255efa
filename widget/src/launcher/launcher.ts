import type { ChatHandle, ChatModule } from '../frame.ts';
import css from './launcher.css?inline';
import { LABELS, pickLocale } from './settings.ts';

declare global {
  interface Window {
    Openteller?: { open(): void; close(): void; identify(token: string): void };
  }
}

const BUBBLE =
  'M12 3.5c5 0 9 3.4 9 7.7s-4 7.7-9 7.7c-1 0-2-.1-2.9-.4L4.4 20.5l1.2-3.5C4 15.6 3 13.5 3 11.2c0-4.3 4-7.7 9-7.7Z';
const CHEVRON = 'm6 9.5 6 6 6-6';

/** All that a visit costs before somebody wants to talk: a button. The chat itself comes with the first touch of it. */
function launch(script: HTMLScriptElement): void {
  const { siteKey = '', identityToken, locale: wanted, theme, accent } = script.dataset;
  const locale = pickLocale(wanted, document.documentElement.lang, navigator.language);
  const [label, troubleText] = LABELS[locale];
  let identity = identityToken;
  let chat: Promise<ChatHandle> | undefined;
  let attempts = 0;
  let isOpen = false;

  const host = document.createElement('openteller-widget');
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];
  const add = (parent: Node, tag: string, name: string) => {
    const element = document.createElement(tag);
    element.className = name;
    parent.appendChild(element);
    return element;
  };
  const layer = add(shadow, 'div', 'layer');
  layer.lang = locale;
  layer.dir = locale === 'ar' ? 'rtl' : 'ltr';
  const button = add(layer, 'button', 'launcher');
  const notice = add(layer, 'div', 'notice');
  notice.role = 'alert';
  button.append(picture(BUBBLE, CHEVRON));
  const badge = add(button, 'span', 'badge');

  const paint = (colour: string, onColour: string) => {
    layer.style.setProperty('--accent', colour);
    layer.style.setProperty('--on-accent', onColour);
  };
  const unread = (count: number) => {
    badge.textContent = count ? String(count) : '';
    button.ariaLabel = count ? `${label} (${count})` : label;
  };
  const load = () => {
    chat ??= (async () => {
      // A browser may remember a failed import by its address, so another attempt asks under another one.
      const address = new URL(CHAT_FILE + (attempts++ ? `?${attempts}` : ''), script.src);
      const { mount }: ChatModule = await import(/* @vite-ignore */ address.href);
      return mount({
        shadow,
        layer,
        siteKey,
        apiOrigin: address.origin,
        locale,
        theme,
        identityToken: identity,
        close: () => toggle(false),
        unread,
        accent: paint,
      });
    })();
    chat.catch(() => {
      chat = undefined;
    });
    return chat;
  };
  const toggle = async (open: boolean, byHand = true) => {
    try {
      notice.textContent = '';
      if (!open && !isOpen) return;
      const handle = await load();
      isOpen = open;
      button.ariaExpanded = String(open);
      handle.show(open, byHand);
      if (!open) button.focus();
    } catch {
      if (byHand) notice.textContent = troubleText;
    }
  };

  if (accent) paint(accent, '#fff');
  button.onpointerenter = button.onfocus = () => void load().catch(() => {});
  button.onclick = () => void toggle(!isOpen);
  button.ariaExpanded = 'false';
  unread(0);
  document.body.append(host);
  window.Openteller = {
    open: () => void toggle(true),
    close: () => void toggle(false),
    identify: (token) => {
      identity = token;
      void chat?.then((handle) => handle.identify(token));
    },
  };
  dispatchEvent(new Event('openteller:ready'));
  // The panel stays open from page to page; the page keeps the focus.
  if (wasOpen(siteKey)) void toggle(true, false);
}

/** Made node by node: a page may forbid scripts to set markup. */
function picture(...paths: string[]): SVGElement {
  const make = (tag: string, name: string, value: string) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag) as SVGElement;
    element.setAttribute(name, value);
    return element;
  };
  const svg = make('svg', 'viewBox', '0 0 24 24');
  svg.append(...paths.map((path) => make('path', 'd', path)));
  return svg;
}

function wasOpen(siteKey: string): boolean {
  try {
    return !!sessionStorage.getItem(`openteller:open:${siteKey}`);
  } catch {
    return false;
  }
}

const script = document.currentScript as HTMLScriptElement | null;
if (script && !window.Openteller) {
  if (document.body) launch(script);
  else addEventListener('DOMContentLoaded', () => launch(script));
}
