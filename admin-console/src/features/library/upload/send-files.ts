import { asProblem, goToSignIn, problemFrom, type Upload } from '@openteller/web-kit';
import { UPLOADS } from '../../../shared/uploads/api.ts';

export const ACCEPTED = [
  '.pdf',
  '.docx',
  '.xlsx',
  '.csv',
  '.html',
  '.htm',
  '.md',
  '.markdown',
  '.txt',
  '.zip',
];

export interface Sending {
  /** The batch as the platform took it. */
  taken: Promise<Upload>;
  abort: () => void;
}

/**
 * Sends files as one batch; they are read afterwards, each by itself. By XMLHttpRequest, because `fetch` cannot tell
 * how much has been sent.
 *
 * @param onProgress 0 to 1 while it is sent
 */
export function sendFiles(files: readonly File[], onProgress: (share: number) => void): Sending {
  const form = new FormData();
  for (const file of files) form.append('files', file, file.name);
  const request = new XMLHttpRequest();
  const taken = new Promise<Upload>((resolve, reject) => {
    request.open('POST', UPLOADS);
    request.setRequestHeader('X-Openteller-Request', '1');
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => reject(asProblem(new TypeError('network')));
    request.onabort = () => reject(new DOMException('Stopped by the person', 'AbortError'));
    request.onload = () => {
      if (request.status === 401) goToSignIn();
      if (request.status >= 200 && request.status < 300) {
        resolve(JSON.parse(request.responseText) as Upload);
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
  return { taken, abort: () => request.abort() };
}
