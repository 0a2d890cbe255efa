/** What the platform says when it cannot do what was asked (application/problem+json), or what the browser knows when it never heard back. */
export class Problem extends Error {
  override readonly name = 'Problem';
  /** HTTP status; 0 when no answer arrived. */
  readonly status: number;
  /** Stable SCREAMING_SNAKE code to branch on; `UNREACHABLE` when no answer arrived. */
  readonly code: string;
  /** Short sentence, fit to show. */
  readonly title: string;
  readonly detail: string | undefined;
  /** Request field at fault, for forms. */
  readonly field: string | undefined;
  /** Field errors of a form, when the server lists several. */
  readonly errors: readonly { field: string; message: string }[];
  readonly retryAfterMillis: number | undefined;

  constructor(parts: ProblemParts) {
    super(parts.detail ? `${parts.title}: ${parts.detail}` : parts.title);
    this.status = parts.status;
    this.code = parts.code;
    this.title = parts.title;
    this.detail = parts.detail;
    this.field = parts.field;
    this.errors = parts.errors ?? [];
    this.retryAfterMillis = parts.retryAfterMillis;
  }

  /** True when trying the same request again may work. */
  get worthRetrying(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

export interface ProblemParts {
  status: number;
  code: string;
  title: string;
  detail?: string | undefined;
  field?: string | undefined;
  errors?: readonly { field: string; message: string }[] | undefined;
  retryAfterMillis?: number | undefined;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length > 0 ? value : undefined;

function fieldErrors(value: unknown): { field: string; message: string }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    const { field, message } = (entry ?? {}) as Record<string, unknown>;
    return typeof field === 'string' && typeof message === 'string' ? [{ field, message }] : [];
  });
}

/** Reads any failed answer; a body that is no problem+json (a proxy's HTML page) still gives a usable Problem. */
export async function problemFrom(response: Response): Promise<Problem> {
  const raw: unknown = await response.json().catch(() => undefined);
  const body = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>;
  const seconds = Number(response.headers.get('Retry-After'));
  return new Problem({
    status: response.status,
    code: text(body.code) ?? `HTTP_${response.status}`,
    title: text(body.title) ?? fallbackTitle(response.status),
    detail: text(body.detail),
    field: text(body.field),
    errors: fieldErrors(body.errors),
    retryAfterMillis: Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined,
  });
}

/** Turns whatever was thrown into a Problem, so that screens handle one type. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof TypeError) {
    return new Problem({
      status: 0,
      code: 'UNREACHABLE',
      title: 'The platform cannot be reached',
      detail: 'Check your connection. What you see may be out of date.',
    });
  }
  return new Problem({
    status: 0,
    code: 'UNEXPECTED',
    title: 'Something in this page went wrong',
    detail: error instanceof Error ? error.message : undefined,
  });
}

function fallbackTitle(status: number): string {
  if (status === 403) return 'Your role does not allow this';
  if (status === 404) return 'This does not exist, or not any more';
  if (status === 409) return 'Somebody else changed this first';
  if (status >= 500) return 'The platform could not answer';
  return 'The request was not accepted';
}
