/** What the launcher gives the chat, and what the chat gives back; the two are built apart and share only these types. */
export type Locale = 'en' | 'hi' | 'ar';

export interface Frame {
  shadow: ShadowRoot;
  /** Direction, language and colour scheme are set here; the panel is appended to it. */
  layer: HTMLElement;
  siteKey: string;
  apiOrigin: string;
  locale: Locale;
  /** `light` or `dark`; anything else follows the customer's system. */
  theme: string | undefined;
  identityToken: string | undefined;
  /** Closes the panel and puts the focus back on the launcher. */
  close(): void;
  unread(count: number): void;
  accent(colour: string, onAccent: string): void;
}

export interface ChatHandle {
  /** @param byHand the customer asked for it, so the focus may move */
  show(visible: boolean, byHand: boolean): void;
  identify(token: string): void;
}

export interface ChatModule {
  mount(frame: Frame): Promise<ChatHandle>;
}
