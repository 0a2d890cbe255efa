import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { blankSheet } from '../src/features/procedures/model/blank.ts';
import type { Sheet } from '../src/features/procedures/model/definition.ts';
import { Saver, type Stored } from '../src/shared/drafts/saver.ts';

const sheet = (title: string) => blankSheet('x', { en: title });
type Answer = () => Promise<Stored<string>>;
const fails = (status: number) => () =>
  Promise.reject({ status, title: 'No answer', worthRetrying: status === 0 || status >= 500 });

/** A platform that answers one after the other as told. */
function platform(...answers: Answer[]) {
  const got: { title: string | undefined; etag: string | undefined }[] = [];
  const saver = new Saver<string, Sheet>(
    {
      put: (what, etag) => {
        got.push({ title: what.definition.title.en, etag });
        const answer = answers[got.length - 1] ?? stored(`e-${got.length}`);
        return answer();
      },
      failureOf: (error) => error as ReturnType<typeof Object>,
      onStored: () => undefined,
    },
    'e-0',
  );
  return { saver, got };
}
const stored =
  (etag: string): Answer =>
  () =>
    Promise.resolve({ etag, findings: [] });

describe('saving a draft', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('sends the newest state a moment after the last change, with the etag of the one before', async () => {
    const { saver, got } = platform();
    saver.changed(sheet('A'));
    saver.changed(sheet('B'));
    await vi.advanceTimersByTimeAsync(1_000);
    saver.changed(sheet('C'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(got).toEqual([
      { title: 'B', etag: 'e-0' },
      { title: 'C', etag: 'e-1' },
    ]);
    expect(saver.current()).toEqual({ kind: 'saved' });
  });

  it('never has two requests on their way, and sends what came meanwhile afterwards', async () => {
    let answer: (what: Stored<string>) => void = () => undefined;
    const { saver, got } = platform(() => new Promise((resolve) => (answer = resolve)));
    saver.changed(sheet('A'));
    await vi.advanceTimersByTimeAsync(1_000);
    saver.changed(sheet('B'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(got).toHaveLength(1);
    answer({ etag: 'e-1', findings: [] });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(got.at(-1)).toEqual({ title: 'B', etag: 'e-1' });
  });

  it('says that it is not saved without a connection, keeps the state and tries again', async () => {
    const { saver, got } = platform(fails(0), fails(503), stored('e-9'));
    saver.changed(sheet('A'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(saver.current()).toMatchObject({ kind: 'unsaved', again: true });
    saver.changed(sheet('B'));
    expect(saver.current().kind).toBe('unsaved');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(saver.current()).toEqual({ kind: 'saved' });
    expect(got.at(-1)).toEqual({ title: 'B', etag: 'e-0' });
  });

  it('sends nothing more after somebody else saved, until a person decides', async () => {
    const { saver, got } = platform(fails(412));
    saver.changed(sheet('A'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(saver.current()).toEqual({ kind: 'conflict' });
    saver.changed(sheet('B'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(got).toHaveLength(1);
    saver.keepMine('theirs', sheet('B'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(got.at(-1)).toEqual({ title: 'B', etag: 'theirs' });
    expect(saver.current()).toEqual({ kind: 'saved' });
  });

  it('goes on from what the other person saved when that is taken', async () => {
    const { saver, got } = platform(fails(412));
    saver.changed(sheet('A'));
    await vi.advanceTimersByTimeAsync(1_000);
    saver.takeTheirs('theirs');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(got).toHaveLength(1);
    saver.changed(sheet('C'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(got.at(-1)).toEqual({ title: 'C', etag: 'theirs' });
  });

  it('does not try again by itself what the platform will never take', async () => {
    const { saver, got } = platform(fails(422));
    saver.changed(sheet('A'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(got).toHaveLength(1);
    expect(saver.current()).toMatchObject({ kind: 'unsaved', again: false });
  });
});
