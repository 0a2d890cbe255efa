const PATIENCE_MILLIS = 4_000;

/**
 * The bank's signed word on who the customer is. It lives minutes and is good for one session, so before each further session the
 * page is asked for another: it hears `openteller:identity-needed` on the window and calls `Openteller.identify(jwt)`.
 */
export class Identity {
  #token: string | undefined;
  #spent: string | undefined;
  #waiting: (() => void) | undefined;

  constructor(token: string | undefined) {
    this.#token = token;
  }

  get token(): string | undefined {
    return this.#token;
  }

  replace(token: string): void {
    this.#token = token;
    this.#waiting?.();
  }

  forget(): void {
    this.#token = undefined;
  }

  /** The token for one session; asks the page first when the last one has been spent. */
  async take(): Promise<string | undefined> {
    if (this.#token && this.#token === this.#spent) await this.askPage();
    return this.#token;
  }

  spent(token: string | undefined): void {
    this.#spent = token;
  }

  /** True when the page answered in time with another token. */
  async askPage(): Promise<boolean> {
    const before = this.#token;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, PATIENCE_MILLIS);
      this.#waiting = () => {
        clearTimeout(timer);
        resolve();
      };
      window.dispatchEvent(new Event('openteller:identity-needed'));
    });
    this.#waiting = undefined;
    return this.#token !== before;
  }
}
