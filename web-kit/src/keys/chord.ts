/**
 * A key binding as text: `c`, `?`, `mod+k`, `mod+shift+e`, `g q` (one after the other), `Enter`, `Escape`.
 * `mod` is Command on Apple machines and Control elsewhere.
 */
export type Keys = string;

export const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

/** True for bindings that are one bare character: WCAG 2.1.4 says that people must be able to turn those off. */
export function isSingleKey(keys: Keys): boolean {
  return keys.split(' ').every((part) => part === '+' || (part.length === 1 && !part.includes('+')));
}

/**
 * The binding's name of a pressed key. The typed character counts, not the place on the board; on a layout that types no
 * Latin letter there (Russian, Hebrew, Hindi) the place decides, so that J is still J.
 */
export function keyOf(event: Pick<KeyboardEvent, 'key' | 'code'>): string {
  const { key, code } = event;
  if (key.length > 1) return key;
  const lower = key.toLowerCase();
  if (/^[\x20-\x7e]$/.test(lower)) return lower;
  const place = /^Key([A-Z])$/.exec(code ?? '')?.[1];
  return place ? place.toLowerCase() : lower;
}

/** `shift` is named only with letters and named keys: `?` already needs it on some layouts and not on others. */
export function chordOf(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string {
  const key = keyOf(event);
  const mod = isApple() ? event.metaKey : event.ctrlKey;
  const parts: string[] = [];
  if (mod) parts.push('mod');
  if (event.altKey) parts.push('alt');
  if (event.shiftKey && (key.length > 1 || /^[a-z]$/.test(key))) parts.push('shift');
  parts.push(key);
  return parts.join('+');
}

/** What to print on a key cap. */
export function keyCaps(keys: Keys): string[][] {
  return keys.split(' ').map((chord) => (chord === '+' ? ['+'] : chord.split('+').map(cap)));
}

function cap(part: string): string {
  const apple = isApple();
  const names: Record<string, string> = {
    mod: apple ? '⌘' : 'Ctrl',
    alt: apple ? '⌥' : 'Alt',
    shift: apple ? '⇧' : 'Shift',
    Enter: 'Enter',
    Escape: 'Esc',
    ArrowLeft: '←',
    ArrowRight: '→',
    ArrowUp: '↑',
    ArrowDown: '↓',
  };
  return names[part] ?? part.toUpperCase();
}

/** True while the keyboard belongs to text: fields, editors, and lists that jump to a typed letter. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[contenteditable="true"]')) return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  if (target instanceof HTMLInputElement) {
    return !['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'color'].includes(target.type);
  }
  return target.closest('[role="menu"],[role="listbox"],[role="combobox"]') !== null;
}
