import { UnstyledButton } from '@mantine/core';
import { IconFlag, IconRoute } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useEditor } from '../editor/context.tsx';
import { FindingMark } from '../finding-mark.tsx';
import type { ExitKey } from '../model/exits.ts';
import { summaryOf, TYPE_WORDS } from '../model/summary.ts';
import { NodeIcon } from '../node-icons.tsx';
import classes from './outline.module.css';
import { OutlineExits } from './outline-exits.tsx';
import { StepTools } from './step-tools.tsx';

export interface OutlineStepProps {
  id: string;
  chosen: boolean;
  first: boolean;
  last: boolean;
  onChoose: () => void;
  /** @param byKey the keyboard goes there as well */
  onEdit: (byKey: boolean) => void;
  onKey: (event: KeyboardEvent) => void;
  /** @param keys the ways out that shall lead to the new step */
  onAdd: (keys?: ExitKey[]) => void;
  onRename: () => void;
  onDuplicate: () => void;
  onRemove: () => void;
}

export function OutlineStep(props: OutlineStepProps) {
  const { id, chosen, onChoose, onEdit, onKey, onAdd } = props;
  const { draft, findings, catalogue, languages, mayWrite, lit } = useEditor();
  const { nodes, start } = draft.sheet.definition;
  const node = nodes[id];
  if (!node) return null;
  const visited = lit.path.indexOf(id) + 1;
  return (
    <li className={classes.step} data-chosen={chosen || undefined} data-lit={visited > 0 || undefined}>
      <div className={classes.line}>
        <UnstyledButton
          className={classes.main ?? ''}
          data-step={id}
          aria-expanded={chosen}
          onFocus={onChoose}
          onClick={(event) => onEdit(event.detail === 0)}
          onKeyDown={onKey}
        >
          <span className={classes.icon}>
            <NodeIcon type={node.type} />
          </span>
          <span className={classes.words}>
            <span className={classes.name}>
              <strong>{id}</strong>
              <span className={classes.kind}>{TYPE_WORDS[node.type].label}</span>
              {start === id && (
                <span className={classes.tag}>
                  <IconFlag size={13} aria-hidden /> begins here
                </span>
              )}
              {visited > 0 && (
                <span className={classes.tag} data-kind="lit">
                  <IconRoute size={13} aria-hidden />{' '}
                  {lit.at === id ? 'the run is here' : `passed, ${visited}.`}
                </span>
              )}
              <FindingMark findings={findings.byNode.get(id)} />
            </span>
            <span className={classes.summary}>{summaryOf(node, languages, catalogue.titleOf)}</span>
          </span>
        </UnstyledButton>
        {mayWrite && chosen && <StepTools {...props} />}
      </div>
      <OutlineExits id={id} node={node} open={chosen && mayWrite} onAdd={onAdd} />
    </li>
  );
}
