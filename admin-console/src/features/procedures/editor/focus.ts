/** Moves the keyboard to the step in the outline, or to the canvas, once it is drawn. */
export function focusStep(id: string | undefined): void {
  requestAnimationFrame(() => {
    const step = id ? document.querySelector<HTMLElement>(`[data-step="${CSS.escape(id)}"]`) : undefined;
    (step ?? document.querySelector<HTMLElement>('.react-flow'))?.focus();
  });
}

/** Moves the keyboard to the first field of the chosen step's details. */
export function focusInspector(): void {
  requestAnimationFrame(() =>
    document
      .querySelector<HTMLElement>('[data-inspector] :is(input, select, textarea):not([type="hidden"])')
      ?.focus(),
  );
}
