import { asProblem, goToSignIn, Problem, problemFrom } from '@openteller/web-kit';

export const MAX_BYTES = 20 * 1024 * 1024;
export const ACCEPTED = ['.md', '.markdown', '.html', '.htm', '.pdf', '.docx', '.txt'];

/** What can be said about a file without sending it. */
export function refusal(file: { name: string; size: number }): Problem | undefined {
  if (file.size === 0) {
    return new Problem({ status: 422, code: 'DOCUMENT_UNREADABLE', title: 'This file is empty' });
  }
  if (file.size > MAX_BYTES) {
    return new Problem({
      status: 413,
      code: 'DOCUMENT_TOO_LARGE',
      title: 'A document may have at most 20 MB',
      detail: `This one has ${(file.size / 1024 / 1024).toFixed(1)} MB. Split it, or take pictures out.`,
    });
  }
  if (!ACCEPTED.some((ending) => file.name.toLowerCase().endsWith(ending))) {
    return new Problem({
      status: 415,
      code: 'DOCUMENT_TYPE_UNKNOWN',
      title: 'This kind of file cannot be read',
      detail: 'Markdown, HTML, PDF, Word (.docx) and plain text can.',
    });
  }
  return undefined;
}

/**
 * Sends a file as a form. By XMLHttpRequest, because `fetch` cannot tell how much has been sent.
 *
 * @param onProgress 0 to 1 while it is sent
 */
export function sendFile<T>(
  path: string,
  file: File,
  fields: Record<string, string>,
  onProgress: (share: number) => void,
): Promise<T> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== '') form.append(name, value);
  form.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('X-Openteller-Request', '1');
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => reject(asProblem(new TypeError('network')));
    request.onload = () => {
      if (request.status === 401) goToSignIn();
      if (request.status >= 200 && request.status < 300) {
        resolve(JSON.parse(request.responseText) as T);
      } else {
        const retry = request.getResponseHeader('Retry-After');
        problemFrom(
          new Response(request.responseText, {
            status: request.status,
            headers: retry ? { 'Retry-After': retry } : {},
          }),
        ).then(reject, reject);
      }
    };
    request.send(form);
  });
}
