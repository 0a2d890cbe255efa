/** About half a second: what is looked for comes with one of the next drawings. */
const FRAMES = 30;

/** Moves the keyboard there as soon as it is drawn. */
function focusOnce(find: () => HTMLElement | null | undefined, frames = FRAMES): void {
  requestAnimationFrame(() => {
    const found = find();
    if (found) found.focus();
    else if (frames > 0) focusOnce(find, frames - 1);
  });
}

const FIELDS = ':is(input, select, textarea):not([type="hidden"], [disabled], [tabindex="-1"])';

/** Moves the keyboard to the step in the outline, or to the canvas. */
export function focusStep(id: string | undefined): void {
  focusOnce(() => {
    const steps = [...document.querySelectorAll<HTMLElement>('[data-step]')];
    const step = steps.find((each) => each.dataset.step === id);
    return step ?? document.querySelector<HTMLElement>('.react-flow') ?? (id ? undefined : steps[0]);
  });
}

/** Moves the keyboard to the first field of that step's details. */
export function focusInspector(id: string): void {
  focusOnce(() => {
    const all = [...document.querySelectorAll<HTMLElement>('[data-inspector]')];
    return all.find((each) => each.dataset.inspector === id)?.querySelector<HTMLElement>(FIELDS);
  });
}

/** Moves the keyboard into what stands beside the editor: its first field, or the first thing that can be pressed. */
export function focusPanel(panel: string): void {
  focusOnce(() => {
    const shown = document.querySelector(`[data-panel="${panel}"]`);
    return (
      shown?.querySelector<HTMLElement>(FIELDS) ??
      shown?.querySelector<HTMLElement>('button:not([disabled])') ??
      shown?.closest<HTMLElement>('[role="tabpanel"]')
    );
  });
}

/** About three seconds: the editor's own code may have to be loaded first. */
const OPENING = 180;

/** Moves the keyboard to the canvas, or to the outline, of an editor that is being opened. */
export function focusEditor(): void {
  focusOnce(() => document.querySelector<HTMLElement>('.react-flow, [data-step]'), OPENING);
}
