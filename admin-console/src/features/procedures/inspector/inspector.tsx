import { ActionIcon, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCopy, IconPencil, IconTrash } from '@tabler/icons-react';
import { useEditor } from '../editor/context.tsx';
import { useDuplicate, useRemove } from '../editor/editor-keys.tsx';
import { TYPE_WORDS } from '../model/summary.ts';
import { NodeIcon } from '../node-icons.tsx';
import { ExitFields } from './exit-fields.tsx';
import classes from './inspector.module.css';
import { NodeFields } from './node-fields.tsx';

/** Everything of one step: what it does, what it says, where it leads. */
export function Inspector({ id, onRename }: { id: string; onRename: (id: string) => void }) {
  const { draft, findings, mayWrite } = useEditor();
  const duplicate = useDuplicate();
  const remove = useRemove();
  const node = draft.sheet.definition.nodes[id];
  if (!node) return null;
  const wrong = findings.byNode.get(id) ?? [];
  return (
    <section aria-label={`Step ${id}`} data-inspector={id}>
      <div className={classes.head}>
        <span className={classes.icon} data-type={node.type}>
          <NodeIcon type={node.type} />
        </span>
        <div className={classes.names}>
          <h2 className={classes.name}>{id}</h2>
          <p className={classes.kind}>
            {TYPE_WORDS[node.type].label}: {TYPE_WORDS[node.type].does}
          </p>
        </div>
        {mayWrite && (
          <div className={classes.tools}>
            <Tool label="Rename" icon={<IconPencil size={16} />} run={() => onRename(id)} />
            <Tool label="Duplicate" icon={<IconCopy size={16} />} run={() => duplicate(id)} />
            <Tool label="Remove" icon={<IconTrash size={16} />} run={() => remove(id)} />
          </div>
        )}
      </div>
      {wrong.length > 0 && (
        <ul className={classes.findings} aria-label="Problems of this step">
          {wrong.map((each) => (
            <li key={`${each.rule} ${each.message}`}>
              <IconAlertTriangle size={16} stroke={1.8} aria-hidden /> {each.message}
            </li>
          ))}
        </ul>
      )}
      <fieldset className={classes.fields} disabled={!mayWrite}>
        <legend className="ot-visually-hidden">What it does</legend>
        <NodeFields id={id} node={node} />
        <ExitFields id={id} node={node} />
      </fieldset>
    </section>
  );
}

function Tool({ label, icon, run }: { label: string; icon: React.ReactNode; run: () => void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={run}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
