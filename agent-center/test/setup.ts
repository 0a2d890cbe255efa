import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

function completeTheBrowser(): void {
  // What the browser has and the test environment lacks; the values do not matter to the tests.
  Object.defineProperty(window, 'matchMedia', {
    value: (query: string) => ({
      matches: false,
      media: query,
      addEventListener: () => {},
      removeEventListener: () => {},
      addListener: () => {},
      removeListener: () => {},
    }),
  });
  class NoObserver {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  Object.assign(globalThis, { ResizeObserver: NoObserver });
  window.HTMLElement.prototype.scrollTo = () => {};
  const fonts = { addEventListener: () => {}, removeEventListener: () => {} };
  Object.defineProperty(document, 'fonts', { value: fonts });
}
if (typeof window !== 'undefined') completeTheBrowser();

// A loaded machine is slow, not wrong.
configure({ asyncUtilTimeout: 8_000 });

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});
