import {
  Badge,
  createTheme,
  Drawer,
  type MantineColorsTuple,
  Modal,
  Notification,
  Tooltip,
} from '@mantine/core';

/** Ink violet: the brand. Shade 6 carries white text at 5.6:1. */
const iris: MantineColorsTuple = [
  '#f1f0ff',
  '#e2e0fd',
  '#c4bff8',
  '#a39bf2',
  '#867bed',
  '#6f60e6',
  '#5b4bd6',
  '#4b3cb8',
  '#3d3196',
  '#2c2370',
];
/** Cool near-black surfaces: lighter means nearer to the reader. */
const dark: MantineColorsTuple = [
  '#e6e8ef',
  '#b4b9c9',
  '#9298ab',
  '#646b80',
  '#3a4054',
  '#2b3042',
  '#1e2231',
  '#161925',
  '#10131c',
  '#0b0d14',
];

export const theme = createTheme({
  primaryColor: 'iris',
  primaryShade: { light: 6, dark: 6 },
  colors: { iris, dark },
  // Black or white text on filled colours, by their luminance.
  autoContrast: true,
  luminanceThreshold: 0.32,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, "Noto Sans Mono", monospace',
  headings: { fontWeight: '650', textWrap: 'balance' },
  components: {
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 350, withArrow: true, events: { hover: true, focus: true, touch: false } },
    }),
    Badge: Badge.extend({ defaultProps: { tt: 'none' } }),
    Drawer: Drawer.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } }),
    Notification: Notification.extend({
      defaultProps: { withBorder: true, closeButtonProps: { 'aria-label': 'Close' } },
    }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.5, blur: 2 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
    }),
  },
});
