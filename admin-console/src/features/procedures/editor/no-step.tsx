import { EmptyState, KeyHint } from '@openteller/web-kit';
import { IconPointer } from '@tabler/icons-react';
import { useEditor } from './context.tsx';
import classes from './editor.module.css';

const KEYS = [
  ['n', 'Add a step after the chosen one'],
  ['Enter', 'Open its details; Esc comes back'],
  ['f', 'Go to a step'],
  ['F2', 'Rename the chosen step'],
  ['mod+d', 'Duplicate it'],
  ['Delete', 'Remove it'],
  ['mod+z', 'Undo'],
  ['mod+shift+z', 'Redo'],
  ['mod+o', 'Arrange'],
  ['1', 'Fit to the window'],
  ['i', 'Title, triggers, variables'],
  ['w', 'Lead what goes wrong to a step'],
  ['alt+ArrowDown', 'Variables, in a field'],
  ['p', 'Problems'],
  ['F8', 'Next step with a problem'],
  ['alt+r', 'Test run'],
  ['mod+Enter', 'Ask for publication'],
  ['?', 'All keys'],
] as const;

/** Nothing is chosen: what can be done without a mouse. */
export function NoStep() {
  const { mayWrite, phone } = useEditor();
  return (
    <>
      <EmptyState
        kind="none"
        compact
        icon={<IconPointer size={26} stroke={1.6} />}
        title="No step is chosen"
        text="Choose one on the canvas or in the outline to see what it does and to change it."
      />
      {mayWrite && !phone && (
        <dl className={classes.keys}>
          {KEYS.map(([keys, does]) => (
            <div key={keys}>
              <dt>{does}</dt>
              <dd>
                <KeyHint keys={keys} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
