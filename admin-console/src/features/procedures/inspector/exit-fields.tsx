import { useEditor } from '../editor/context.tsx';
import type { Node } from '../model/definition.ts';
import { connect } from '../model/edits.ts';
import { type Exit, exitsOf } from '../model/exits.ts';
import classes from './inspector.module.css';
import { StepSelect } from './small-fields.tsx';

/** What happens on a way that is left out. */
export const AS_USUAL = '— a person goes on —';

/** Where the step leads, whatever happens: each way out with the step that it goes to. */
export function ExitFields({ id, node }: { id: string; node: Node }) {
  const { draft } = useEditor();
  const exits = exitsOf(node);
  if (exits.length === 0) return null;
  const wrong = exits.filter(({ aside, needed }) => aside && needed);
  const targets = new Set(wrong.map(({ target }) => target));
  const [shared] = targets;
  const keys = wrong.map(({ key }) => key);
  return (
    <fieldset className={classes.exits} aria-label="Where it leads">
      <span className={classes.label}>Where it leads</span>
      {exits
        .filter(({ aside }) => !aside)
        .map((exit) => (
          <Way key={exit.key} id={id} exit={exit} />
        ))}
      {wrong.length > 1 && (
        <div className={classes.exit} data-all>
          <StepSelect
            label="Whatever goes wrong"
            value={targets.size === 1 ? shared : undefined}
            none={targets.size === 1 ? undefined : '— to different steps, see below —'}
            onChange={(to) => draft.edit((sheet) => connect(sheet, id, keys, to))}
          />
        </div>
      )}
      {exits
        .filter(({ aside }) => aside)
        .map((exit) => (
          <Way key={exit.key} id={id} exit={exit} />
        ))}
    </fieldset>
  );
}

function Way({ id, exit }: { id: string; exit: Exit }) {
  const { draft } = useEditor();
  const { key, words, target, aside, needed } = exit;
  return (
    <div className={classes.exit} data-aside={aside || undefined}>
      <StepSelect
        label={words}
        value={target}
        {...(needed ? {} : { none: AS_USUAL })}
        onChange={(to) => draft.edit((sheet) => connect(sheet, id, [key], to))}
      />
    </div>
  );
}
