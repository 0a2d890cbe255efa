import type { Upload, UploadItem } from '@openteller/web-kit';
import { plural } from '../words.ts';

export interface UploadCounts {
  stored: number;
  unchanged: number;
  failed: number;
  waiting: number;
}

/** Counted from the items where they are here, else from the totals. */
export function countsOf(upload: Upload): UploadCounts {
  if (upload.items.length === 0) {
    const failed = upload.failed;
    return {
      stored: Math.max(0, upload.done - failed),
      unchanged: 0,
      failed,
      waiting: Math.max(0, upload.files - upload.done),
    };
  }
  const of = (...states: UploadItem['state'][]) =>
    upload.items.filter((item) => states.includes(item.state)).length;
  return {
    stored: of('STORED'),
    unchanged: of('UNCHANGED'),
    failed: of('FAILED'),
    waiting: of('WAITING', 'READING'),
  };
}

/** 0 to 1: how much of it is dealt with, failures too. */
export function shareOf(upload: Upload): number {
  if (upload.state !== 'RUNNING') return 1;
  const { waiting } = countsOf(upload);
  const all = Math.max(upload.files, upload.items.length);
  return all === 0 ? 0 : Math.min(1, Math.max(0, 1 - waiting / all));
}

/** `3 stored as drafts, 1 unchanged, 2 failed`. */
export function summaryOf(upload: Upload): string {
  const { stored, unchanged, failed, waiting } = countsOf(upload);
  const parts = [
    stored > 0 && `${stored} stored as ${stored === 1 ? 'a draft' : 'drafts'}`,
    unchanged > 0 && `${unchanged} already there`,
    failed > 0 && `${failed} failed`,
    waiting > 0 && (upload.state === 'CANCELLED' ? `${waiting} not read` : `${waiting} to go`),
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join(', ') : plural(upload.files, 'file');
}

const ORDER: Record<UploadItem['state'], number> = {
  FAILED: 0,
  READING: 1,
  WAITING: 2,
  STORED: 3,
  UNCHANGED: 4,
};

/** What needs a person first. While it runs the order stays, so that nothing moves under the reader's eyes. */
export function inOrder(upload: Upload): UploadItem[] {
  if (upload.state === 'RUNNING') return upload.items;
  return [...upload.items].sort((a, b) => (ORDER[a.state] ?? 9) - (ORDER[b.state] ?? 9));
}
