import { render } from 'preact';
import type { ChatHandle, Frame } from '../frame.ts';
import { accentFrom } from './format/accent.ts';
import { Chat } from './state/chat.ts';
import { rememberOpen } from './state/session-store.ts';
import css from './styles/chat.css?inline';
import { fitToScreen, followScheme } from './surroundings.ts';
import { wordsFor } from './text/index.ts';
import { SurroundingsContext } from './ui/context.ts';
import { Panel } from './ui/panel.tsx';
import { unreadCounter } from './unread.ts';

/** Puts the chat into the launcher's shadow root. Nothing is asked of the platform before the panel is first shown. */
export async function mount(frame: Frame): Promise<ChatHandle> {
  const { shadow, layer, locale, apiOrigin } = frame;
  const words = await wordsFor(locale);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const colours = new CSSStyleSheet();
  shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet, colours];
  const place = document.createElement('div');
  layer.append(place);
  followScheme(layer, frame.theme);
  fitToScreen(layer);

  const chat = new Chat(frame);
  const surroundings = { chat, locale, apiOrigin, words };
  const unread = unreadCounter(chat, frame.unread);
  const draw = (visible: boolean, takeFocus: boolean) =>
    render(
      <SurroundingsContext.Provider value={surroundings}>
        <Panel visible={visible} takeFocus={takeFocus} close={frame.close} />
      </SurroundingsContext.Provider>,
      place,
    );
  let painted = '';
  const paint = () => {
    const colour = chat.state.session?.accentColor ?? '';
    if (!colour || colour === painted) return;
    painted = colour;
    const accent = accentFrom(colour);
    colours.replaceSync(
      `.layer{--accent-deep:${accent.deep};--accent-ink:${accent.ink.light}}.layer[data-scheme=dark]{--accent-ink:${accent.ink.dark}}`,
    );
    frame.accent(accent.surface, accent.onSurface);
  };
  chat.subscribe(paint);

  return {
    show: (visible, byHand) => {
      if (visible) chat.start();
      paint();
      rememberOpen(frame.siteKey, visible);
      unread.watch(!visible);
      draw(visible, byHand);
    },
    identify: (token) => chat.identify(token),
  };
}
