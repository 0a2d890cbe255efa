import { fields, readSession, text } from '../api/wire.ts';
import type { Session } from './chat-state.ts';

export interface Kept {
  session: Session;
  /** Who the identity token named when the session began; empty for a visitor. */
  subject: string;
  rated: boolean;
}

/** One tab's session. A page that forbids storage only loses the resuming. */
export class SessionStore {
  readonly #key: string;

  constructor(siteKey: string) {
    this.#key = `openteller:session:${siteKey}`;
  }

  read(): Kept | undefined {
    try {
      const kept = fields(JSON.parse(sessionStorage.getItem(this.#key) ?? 'null'));
      const session = readSession(kept.session);
      return session && { session, subject: text(kept.subject), rated: kept.rated === true };
    } catch {
      return undefined;
    }
  }

  write(kept: Kept | undefined): void {
    try {
      if (kept) sessionStorage.setItem(this.#key, JSON.stringify(kept));
      else sessionStorage.removeItem(this.#key);
    } catch {
      // Storage is forbidden or full: the session lives as long as the page.
    }
  }
}

/** Only to notice that another person signed in on this page; the platform alone decides whether the token is true. */
export function subjectOf(identityToken: string | undefined): string {
  try {
    const payload = identityToken?.split('.')[1]?.replace(/-/g, '+').replace(/_/g, '/');
    return payload ? text(fields(JSON.parse(atob(payload))).sub) : '';
  } catch {
    return '';
  }
}

/** The launcher reads this on the next page. */
export function rememberOpen(siteKey: string, open: boolean): void {
  try {
    sessionStorage.setItem(`openteller:open:${siteKey}`, open ? '1' : '');
  } catch {
    // Storage is forbidden: the panel starts closed on the next page.
  }
}
