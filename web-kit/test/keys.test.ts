import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isSingleKey, keyCaps, keyOf } from '../src/keys/chord.ts';
import { type Command, CommandStore } from '../src/keys/command-store.ts';
import { matching } from '../src/ui/command-palette.tsx';

let store: CommandStore;
const command = (keys: string | undefined, parts: Partial<Command> = {}): Command => ({
  id: keys ?? 'x',
  label: 'Do it',
  group: 'Test',
  keys,
  run: vi.fn(),
  ...parts,
});
function press(key: string, init: KeyboardEventInit = {}, target: EventTarget = document.body): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, ...init });
  Object.defineProperty(event, 'target', { value: target });
  return store.press(event);
}
beforeEach(() => {
  store = new CommandStore();
});
afterEach(() => {
  document.body.innerHTML = '';
});

describe('keys', () => {
  it('run the command they belong to', () => {
    const claim = command('c');
    store.add([claim]);
    expect(press('c')).toBe(true);
    expect(claim.run).toHaveBeenCalledOnce();
    expect(press('x')).toBe(false);
  });
  it('never act while somebody types, unless a modifier says so', () => {
    const letter = command('c');
    const chord = command('mod+e', { whileTyping: true });
    store.add([letter, chord]);
    const field = document.body.appendChild(document.createElement('textarea'));
    expect(press('c', {}, field)).toBe(false);
    expect(press('e', { ctrlKey: true }, field)).toBe(true);
  });
  it('never act behind an open dialog', () => {
    const behind = command('e');
    const inside = command('c', { inDialog: true });
    store.add([behind, inside]);
    document.body.innerHTML = '<div role="dialog" aria-modal="true"><button>x</button></div>';
    expect(press('e')).toBe(false);
    expect(press('c')).toBe(true);
  });
  it('can be turned off when they are bare letters', () => {
    store.add([command('c'), command('g q'), command('mod+k')]);
    store.singleKeys = false;
    expect(press('c')).toBe(false);
    press('g');
    expect(press('q')).toBe(false);
    expect(press('k', { ctrlKey: true })).toBe(true);
  });
  it('work one after the other', () => {
    const go = command('g q');
    const alone = command('q');
    store.add([go, alone]);
    press('g');
    expect(press('q')).toBe(true);
    expect(go.run).toHaveBeenCalledOnce();
    expect(alone.run).not.toHaveBeenCalled();
    press('q');
    expect(alone.run).toHaveBeenCalledOnce();
  });
  it('belong to the command that came last and go back when it leaves', () => {
    const first = command('c');
    const second = command('c');
    store.add([first]);
    const leave = store.add([second]);
    press('c');
    expect(second.run).toHaveBeenCalledOnce();
    leave();
    press('c');
    expect(first.run).toHaveBeenCalledOnce();
  });
  it('do not repeat while held down', () => {
    store.add([command('c')]);
    expect(press('c', { repeat: true })).toBe(false);
  });
  it('mean the typed letter, and the place on layouts without Latin letters', () => {
    expect(keyOf({ key: 'a', code: 'KeyQ' })).toBe('a');
    expect(keyOf({ key: 'о', code: 'KeyJ' })).toBe('j');
    expect(keyOf({ key: 'ת', code: 'Comma' })).toBe('ת');
    expect(keyOf({ key: 'Enter', code: 'Enter' })).toBe('Enter');
  });
  it('are single when no modifier is in them', () => {
    expect([isSingleKey('c'), isSingleKey('g q'), isSingleKey('?'), isSingleKey('mod+k')]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(keyCaps('mod+Enter')).toEqual([['Ctrl', 'Enter']]);
  });
});

describe('the palette', () => {
  const commands = [
    command('c', { id: 'claim', label: 'Claim conversation', group: 'Conversation' }),
    command(undefined, { id: 'open', label: 'Asha Menon', group: 'People', description: 'Waiting: Fraud' }),
    command(undefined, { id: 'hidden', label: 'Claim secretly', hidden: true }),
  ];
  const labels = (query: string) =>
    matching(commands, query).flatMap(([, members]) => members.map((each) => each.label));
  it('finds by every word, in label or description', () => {
    expect(labels('fraud asha')).toEqual(['Asha Menon']);
    expect(labels('fraud rohit')).toEqual([]);
  });
  it('does not list hidden commands and lists an id once', () => {
    expect(labels('claim')).toEqual(['Claim conversation']);
    expect(matching([...commands, ...commands], 'claim').flatMap(([, members]) => members)).toHaveLength(1);
  });
});
