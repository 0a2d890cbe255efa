/** Sets `data-scheme`, from the site's wish or from the customer's system, also when that changes. */
export function followScheme(layer: HTMLElement, theme: string | undefined): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    layer.dataset.scheme = theme === 'light' || theme === 'dark' ? theme : dark.matches ? 'dark' : 'light';
  };
  dark.addEventListener('change', apply);
  apply();
}

/** Tells the style sheet which part of the screen the keyboard of a phone leaves. */
export function fitToScreen(layer: HTMLElement): void {
  const view = window.visualViewport;
  if (!view) return;
  const apply = () => {
    layer.style.setProperty('--view-height', `${view.height}px`);
    layer.style.setProperty('--view-top', `${view.offsetTop}px`);
  };
  view.addEventListener('resize', apply);
  view.addEventListener('scroll', apply);
  apply();
}
