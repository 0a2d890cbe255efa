import { useEditor } from '../editor/context.tsx';
import type { Node } from '../model/definition.ts';
import { connect } from '../model/edits.ts';
import { exitsOf } from '../model/exits.ts';
import classes from './inspector.module.css';
import { StepSelect } from './small-fields.tsx';

/** What happens on a way that is left out. */
export const AS_USUAL = '— a person goes on —';

/** Where the step leads, whatever happens: each way out with the step that it goes to. */
export function ExitFields({ id, node }: { id: string; node: Node }) {
  const { draft } = useEditor();
  const exits = exitsOf(node);
  if (exits.length === 0) return null;
  return (
    <fieldset className={classes.exits} aria-label="Where it leads">
      <span className={classes.label}>Where it leads</span>
      {exits.map(({ key, words, target, aside, needed }) => (
        <div key={key} className={classes.exit} data-aside={aside || undefined}>
          <StepSelect
            label={words}
            value={target}
            {...(needed ? {} : { none: AS_USUAL })}
            onChange={(to) => draft.edit((sheet) => connect(sheet, id, [key], to))}
          />
        </div>
      ))}
    </fieldset>
  );
}
