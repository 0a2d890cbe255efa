/** Colours made from the bank's own one, so that text in and on it can be read (WCAG 2.2, 4.5 to 1). */
export interface Accent {
  /** The bank's colour itself, for surfaces. */
  surface: string;
  /** The other end of the header's gradient; never less readable under `onSurface` than `surface`. */
  deep: string;
  onSurface: string;
  /** For text and icons on the panel's own background. */
  ink: { light: string; dark: string };
}

type Rgb = readonly [number, number, number];

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [16, 19, 24];
/** The darkest light surface and the lightest dark one that accent ink is set on. */
const LIGHT_GROUND: Rgb = [240, 242, 246];
const DARK_GROUND: Rgb = [37, 43, 52];
const FALLBACK: Rgb = [31, 58, 95];
const READABLE = 4.5;

export function accentFrom(colour: string): Accent {
  const surface = parseHex(colour) ?? FALLBACK;
  const white = contrast(surface, WHITE) >= READABLE || contrast(surface, WHITE) >= contrast(surface, BLACK);
  const on = white ? WHITE : BLACK;
  const away = white ? BLACK : WHITE;
  const readable = towards(surface, away, (candidate) => contrast(candidate, on) >= READABLE);
  return {
    surface: hex(readable),
    deep: hex(mix(readable, away, white ? 0.26 : 0.3)),
    onSurface: hex(on),
    ink: {
      light: hex(towards(surface, BLACK, (candidate) => contrast(candidate, LIGHT_GROUND) >= READABLE)),
      dark: hex(lit(surface)),
    },
  };
}

/** From 1 (the same) to 21 (black on white). */
export function contrastOf(one: string, other: string): number {
  return contrast(parseHex(one) ?? FALLBACK, parseHex(other) ?? FALLBACK);
}

function parseHex(colour: string): Rgb | undefined {
  const digits = /^#([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(colour.trim())?.[1];
  if (!digits) return undefined;
  const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const value = Number.parseInt(full, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function hex(colour: Rgb): string {
  return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const part = (at: 0 | 1 | 2) => from[at] + (to[at] - from[at]) * share;
  return [part(0), part(1), part(2)];
}

function towards(from: Rgb, to: Rgb, enough: (candidate: Rgb) => boolean): Rgb {
  for (let share = 0; share < 1; share += 0.04) {
    const candidate = mix(from, to, share);
    if (enough(candidate)) return candidate;
  }
  return to;
}

/** Brighter without fading as far as the hue allows it, and only then towards white. */
function lit(from: Rgb): Rgb {
  const readable = (candidate: Rgb) => contrast(candidate, DARK_GROUND) >= READABLE;
  const scale = 235 / Math.max(1, ...from);
  const bright: Rgb = scale > 1 ? [from[0] * scale, from[1] * scale, from[2] * scale] : from;
  const vivid = towards(from, bright, readable);
  return readable(vivid) ? vivid : towards(bright, WHITE, readable);
}

function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: Rgb, other: Rgb): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}
