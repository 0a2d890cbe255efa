/** Moves the keyboard to the step in the outline, or to the canvas, once it is drawn. */
export function focusStep(id: string | undefined): void {
  requestAnimationFrame(() => {
    const steps = [...document.querySelectorAll<HTMLElement>('[data-step]')];
    const step = steps.find((each) => each.dataset.step === id);
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
