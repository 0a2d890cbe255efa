import type { CSSVariablesResolver } from '@mantine/core';

const HUES = [
  'red',
  'pink',
  'grape',
  'violet',
  'indigo',
  'iris',
  'blue',
  'cyan',
  'teal',
  'green',
  'lime',
  'yellow',
  'orange',
  'gray',
];

/**
 * The library's own dimmed text is 3.3:1 on white and "light" badges fall to 2.7:1; these reach 4.5:1 on every surface of ours.
 * Colours with a meaning (assistant, note, danger) are named here once, so that both consoles mean the same by them.
 */
export const readableColours: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...eachHue((hue) => [
      `--mantine-color-${hue}-light-color`,
      `color-mix(in srgb, var(--mantine-color-${hue}-9) 62%, black)`,
    ]),
    '--mantine-color-dimmed': '#5b6172',
    '--mantine-color-placeholder': '#6a7082',
    '--mantine-color-error': '#c02a2a',
    '--mantine-color-anchor': 'var(--mantine-color-iris-7)',
    '--mantine-color-default-border': '#e3e5ec',
    '--ot-page': '#f6f7fa',
    '--ot-surface': '#ffffff',
    '--ot-sunken': '#f0f1f6',
    '--ot-hover': '#f3f3fb',
    '--ot-line': '#e3e5ec',
    '--ot-accent': 'var(--mantine-color-iris-6)',
    '--ot-accent-text': 'var(--mantine-color-iris-7)',
    '--ot-accent-soft': '#eeecff',
    '--ot-note': '#fff6dc',
    '--ot-note-line': '#e9cf83',
    '--ot-note-text': '#6b4e00',
    '--ot-ok': '#12805c',
    '--ot-warn': '#945000',
    '--ot-danger': '#c02a2a',
    '--ot-danger-soft': '#fdecec',
    '--ot-shadow': '0 1px 2px rgb(16 19 28 / 5%), 0 6px 20px rgb(16 19 28 / 5%)',
  },
  dark: {
    ...eachHue((hue) => [
      `--mantine-color-${hue}-light-color`,
      `color-mix(in srgb, var(--mantine-color-${hue}-3) 70%, white)`,
    ]),
    '--mantine-color-body': '#131723',
    '--mantine-color-iris-light': '#2b2752',
    '--mantine-color-iris-light-hover': '#353064',
    '--mantine-color-dimmed': '#a9afc1',
    '--mantine-color-placeholder': '#949bb0',
    '--mantine-color-error': '#ff8a8a',
    '--mantine-color-anchor': 'var(--mantine-color-iris-2)',
    '--mantine-color-default-border': '#2b3042',
    '--ot-page': '#0b0d14',
    '--ot-surface': '#131723',
    '--ot-sunken': '#1b2030',
    '--ot-hover': '#1b2030',
    '--ot-line': '#262b3b',
    '--ot-accent': 'var(--mantine-color-iris-4)',
    '--ot-accent-text': 'var(--mantine-color-iris-2)',
    '--ot-accent-soft': '#232043',
    '--ot-note': '#2c2613',
    '--ot-note-line': '#6d5a1f',
    '--ot-note-text': '#f2d98b',
    '--ot-ok': '#4cc79a',
    '--ot-warn': '#f3b25c',
    '--ot-danger': '#ff8a8a',
    '--ot-danger-soft': '#3a1d22',
    '--ot-shadow': '0 1px 2px rgb(0 0 0 / 40%), 0 8px 24px rgb(0 0 0 / 28%)',
  },
});

function eachHue(pair: (hue: string) => [string, string]): Record<string, string> {
  return Object.fromEntries(HUES.map(pair));
}
