import { IconAlertTriangle, IconFlag, IconMinus, IconPencil, IconPlus, IconRoute } from '@tabler/icons-react';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import type { Mark } from '../model/diff.ts';
import { TYPE_WORDS } from '../model/summary.ts';
import { NodeIcon } from '../node-icons.tsx';
import classes from './canvas.module.css';
import type { StepNode } from './flow.ts';

/** One step on the canvas: what it is, and a row per way out with the handle to draw from. */
export function StepCard({ id, data, selected }: NodeProps<StepNode>) {
  const { node, rows, summary, start, problems, passed, here, mark, writable } = data;
  return (
    <div
      className={classes.card}
      data-selected={selected || undefined}
      data-type={node.type}
      data-lit={passed > 0 || undefined}
      data-here={here || undefined}
      data-mark={mark}
    >
      <Handle
        type="target"
        id="in"
        position={Position.Top}
        className={classes.in ?? ''}
        isConnectable={writable}
      />
      <div className={classes.cardHead}>
        <span className={classes.icon}>
          <NodeIcon type={node.type} size={17} />
        </span>
        <div className={classes.words}>
          <p className={classes.name}>
            {start && <IconFlag size={13} aria-label="Begins here" />}
            <strong>{id}</strong>
            <span className={classes.kind}>{TYPE_WORDS[node.type].label}</span>
          </p>
          <p className={classes.summary} title={summary}>
            {summary}
          </p>
        </div>
      </div>
      <ul className={classes.rows}>
        {rows.map((row) => (
          <li
            key={row.key}
            className={classes.row}
            data-aside={row.aside || undefined}
            data-straight={row.straight || undefined}
            data-open={row.target === undefined || undefined}
          >
            <span className={classes.rowWords} title={row.words}>
              {row.words}
            </span>
            {row.target === undefined && <span className={classes.nowhere}>nowhere yet</span>}
            <Handle
              type="source"
              id={row.key}
              position={row.straight ? Position.Bottom : Position.Right}
              className={classes.out ?? ''}
              isConnectable={writable}
            />
          </li>
        ))}
      </ul>
      <div className={classes.marks}>
        {problems.length > 0 && (
          <span className={classes.problem} title={problems.map(({ message }) => message).join('\n')}>
            <IconAlertTriangle size={12} stroke={2.2} aria-hidden />
            {problems.length === 1 ? '1 problem' : `${problems.length} problems`}
          </span>
        )}
        {passed > 0 && (
          <span className={classes.passed}>
            <IconRoute size={12} stroke={2.2} aria-hidden /> {here ? 'here' : `passed, ${passed}.`}
          </span>
        )}
        {mark && mark !== 'same' && <DiffMark mark={mark} />}
      </div>
    </div>
  );
}

const MARKS: Record<Exclude<Mark, 'same'>, { words: string; Icon: typeof IconPlus }> = {
  added: { words: 'Added', Icon: IconPlus },
  removed: { words: 'Removed', Icon: IconMinus },
  changed: { words: 'Changed', Icon: IconPencil },
};

export function DiffMark({ mark }: { mark: Exclude<Mark, 'same'> }) {
  const { words, Icon } = MARKS[mark];
  return (
    <span className={classes.diff} data-mark={mark}>
      <Icon size={12} stroke={2.4} aria-hidden /> {words}
    </span>
  );
}
