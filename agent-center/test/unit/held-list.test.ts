import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { arrange, useHeldList } from '../../src/shared/list/held-list.ts';

interface Row {
  id: string;
  text: string;
}
const keyOf = (row: Row) => row.id;
const row = (id: string, text = id): Row => ({ id, text });
const blur = { currentTarget: document.body, relatedTarget: null } as unknown as React.FocusEvent;

describe('a held list', () => {
  it('follows the newest order while nobody is at it', () => {
    const { result, rerender } = renderHook(({ rows }) => useHeldList(rows, keyOf), {
      initialProps: { rows: [row('a'), row('b')] },
    });
    rerender({ rows: [row('c'), row('a'), row('b')] });
    expect(result.current.shown.map(keyOf)).toEqual(['c', 'a', 'b']);
    expect(result.current.fresh).toEqual([]);
  });

  it('keeps rows in place under the pointer and puts new ones behind the pill', () => {
    const { result, rerender } = renderHook(({ rows }) => useHeldList(rows, keyOf), {
      initialProps: { rows: [row('a'), row('b')] },
    });
    act(() => result.current.hold.onPointerEnter());
    rerender({ rows: [row('c'), row('b', 'newer'), row('a')] });
    expect(result.current.shown).toEqual([row('a'), row('b', 'newer')]);
    expect(result.current.fresh.map(keyOf)).toEqual(['c']);
  });

  it('shows everything in the newest order when the pill is pressed', () => {
    const { result, rerender } = renderHook(({ rows }) => useHeldList(rows, keyOf), {
      initialProps: { rows: [row('a')] },
    });
    act(() => result.current.hold.onFocus());
    rerender({ rows: [row('b'), row('a')] });
    act(() => result.current.release());
    expect(result.current.shown.map(keyOf)).toEqual(['b', 'a']);
    expect(result.current.fresh).toEqual([]);
  });

  it('catches up by itself when pointer and focus are gone', () => {
    const { result, rerender } = renderHook(({ rows }) => useHeldList(rows, keyOf), {
      initialProps: { rows: [row('a')] },
    });
    act(() => result.current.hold.onFocus());
    rerender({ rows: [row('b'), row('a')] });
    act(() => result.current.hold.onBlur(blur));
    expect(result.current.shown.map(keyOf)).toEqual(['b', 'a']);
  });

  it('leaves a ghost where a row was, so that the rows below do not move up', () => {
    const drawn = new Map([row('a'), row('b'), row('c')].map((each) => [each.id, each]));
    const { shown, gone } = arrange([row('c'), row('a')], keyOf, drawn);
    expect(shown.map(keyOf)).toEqual(['a', 'b', 'c']);
    expect([...gone]).toEqual(['b']);
  });
});
