import { ActionIcon, Tooltip } from '@mantine/core';
import { type Command, KeyHint, useCommands } from '@openteller/web-kit';
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { useReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import classes from './canvas.module.css';
import { FIT } from './use-show-all.ts';

/** Nearer, farther, all of it. */
export function CanvasTools() {
  const flow = useReactFlow();
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'p-fit',
        label: 'Fit to the window',
        group: 'Procedure',
        keys: '1',
        run: () => void flow.fitView(FIT),
      },
      { id: 'p-real', label: 'Real size', group: 'Procedure', keys: '0', run: () => void flow.zoomTo(1) },
    ],
    [flow],
  );
  useCommands(commands);
  const tools = [
    { label: 'Nearer', keys: '', icon: <IconPlus size={17} />, run: () => void flow.zoomIn() },
    { label: 'Farther', keys: '', icon: <IconMinus size={17} />, run: () => void flow.zoomOut() },
    { label: 'Fit', keys: '1', icon: <IconFocusCentered size={17} />, run: () => void flow.fitView(FIT) },
  ];
  return (
    <div className={classes.tools}>
      {tools.map(({ label, keys, icon, run }) => (
        <Tooltip
          key={label}
          position="right"
          label={
            <>
              {label} {keys && <KeyHint keys={keys} />}
            </>
          }
        >
          <ActionIcon variant="default" size={32} aria-label={label} onClick={run}>
            {icon}
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}
