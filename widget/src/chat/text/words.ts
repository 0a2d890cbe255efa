/** Everything the chat says by itself. A language that lacks one of these does not compile. */
export interface Words {
  panel: (bank: string) => string;
  close: string;
  history: string;
  aiAssistant: string;
  withPerson: (name: string) => string;
  supportTeam: string;
  ended: string;
  hello: string;
  howCanWeHelp: string;
  suggestions: string;
  composer: {
    label: string;
    placeholder: string;
    placeholderPerson: (name: string) => string;
    send: string;
    left: (count: number) => string;
    tooLong: (count: number) => string;
  };
  delivery: { sending: string; sent: string; failed: string; retry: string };
  link: { connecting: string; live: string; reconnecting: string; offline: string };
  human: {
    ask: string;
    hint: string;
    asking: string;
    queued: string;
    position: (place: number) => string;
    joined: (name: string) => string;
    failed: string;
  };
  author: { you: string; ai: string };
  working: (name: string) => string;
  newMessages: (count: number) => string;
  sources: string;
  /** What the two thumbs mean, up first. */
  votes: readonly [string, string];
  newTab: string;
  today: string;
  yesterday: string;
  otp: {
    title: string;
    sentTo: (destination: string) => string;
    code: string;
    verify: string;
    checking: string;
    wrong: string;
    attemptsLeft: (count: number) => string;
    expired: string;
    tooMany: string;
    failed: string;
    resend: string;
    resendIn: (seconds: number) => string;
    verified: string;
    past: string;
    never: string;
  };
  confirm: {
    decline: string;
    working: string;
    done: string;
    declined: string;
    expired: string;
    failed: string;
  };
  rating: {
    question: string;
    levels: readonly [string, string, string, string, string];
    comment: string;
    send: string;
    thanks: string;
    failed: string;
  };
  startOver: string;
  renewed: string;
  tryAgain: string;
  guest: string;
  problem: {
    starting: string;
    title: string;
    site: string;
    identity: string;
    limited: (seconds: number) => string;
    busy: (seconds: number) => string;
    offline: string;
    server: string;
    elsewhere: string;
  };
}
