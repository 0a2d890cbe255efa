/** Why a file was not taken and what helps, in plain words. */
const FAILURES: Record<string, { what: string; todo: string }> = {
  FILE_EMPTY: { what: 'The file is empty', todo: 'Check that it was saved, then upload it again.' },
  FILE_TOO_LARGE: {
    what: 'The file is too large',
    todo: 'Split it into parts, or save it with smaller pictures. Only the text is read.',
  },
  FILE_ENCRYPTED: {
    what: 'The file is protected by a password',
    todo: 'Save a copy without the password and upload that.',
  },
  FILE_BROKEN: {
    what: 'The file is damaged',
    todo: 'Open it in the program it was made with, save it anew, and try again.',
  },
  FILE_SCANNED_ONLY: {
    what: 'The file holds pictures of pages, no text',
    todo: 'Run text recognition over the scan, or upload the document it was printed from.',
  },
  FILE_TYPE_UNKNOWN: {
    what: 'This kind of file cannot be read',
    todo: 'Save it as PDF, Word, Excel, CSV, HTML, Markdown or plain text.',
  },
  ARCHIVE_TOO_DEEP: {
    what: 'The archive holds archives inside archives',
    todo: 'Unpack the inner ones and upload their files.',
  },
  ARCHIVE_TOO_LARGE: {
    what: 'The archive unpacks to more than is allowed',
    todo: 'Upload it in several smaller archives.',
  },
};

export function failureOf(code: string | undefined): { what: string; todo: string } {
  return (
    FAILURES[code ?? ''] ?? {
      what: 'The file could not be taken',
      todo: 'Try it once more; if it fails again, show the message to whoever runs the platform.',
    }
  );
}

export const FAILURE_CODES = Object.keys(FAILURES);
