import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core';
import { type Command, KeyHint, useCommands } from '@openteller/web-kit';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconLayoutDistributeHorizontal,
  IconPlus,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { arrange } from '../model/arrange.ts';
import { useEditor } from './context.tsx';
import classes from './editor.module.css';
import { focusIn } from './focus.ts';
import { PanelButtons } from './panel-buttons.tsx';

interface ToolbarProps {
  view: 'canvas' | 'outline';
  onAdd: () => void;
  /** A panel was asked for: where panels are drawers, it must open. */
  onPanel: () => void;
}

export function Toolbar({ view, onAdd, onPanel }: ToolbarProps) {
  const { draft, mayWrite, phone, selected } = useEditor();
  const navigate = useNavigate({ from: '/procedures/$id' });
  const { past, future } = draft.history;
  const show = (next: string) =>
    void navigate({
      replace: true,
      search: ({ view: _old, ...rest }) => (next === 'outline' ? { ...rest, view: 'outline' } : rest),
    });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it does follows from the view and the chosen step
  const commands = useMemo<Command[]>(() => {
    if (phone) return [];
    const run = () => {
      const next = view === 'canvas' ? 'outline' : 'canvas';
      show(next);
      focusIn(next, selected);
    };
    const label = view === 'canvas' ? 'Show the outline' : 'Show the canvas';
    return [{ id: 'p-view', label, group: 'Procedure', keys: 'o', run }];
  }, [phone, view, selected]);
  useCommands(commands);
  return (
    <div className={classes.toolbar} role="toolbar" aria-label="Editor">
      {!phone && (
        <SegmentedControl
          size="xs"
          value={view}
          aria-label="View"
          data={[
            { value: 'canvas', label: 'Canvas' },
            { value: 'outline', label: 'Outline' },
          ]}
          onChange={show}
        />
      )}
      {mayWrite && (
        <>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={15} />}
            rightSection={<KeyHint keys="n" />}
            onClick={onAdd}
          >
            Add a step
          </Button>
          <Tool
            label="Undo"
            keys="mod+z"
            icon={<IconArrowBackUp size={18} />}
            off={past.length === 0}
            run={draft.undo}
          />
          <Tool
            label="Redo"
            keys="mod+shift+z"
            icon={<IconArrowForwardUp size={18} />}
            off={future.length === 0}
            run={draft.redo}
          />
          {view === 'canvas' && (
            <Tool
              label="Arrange"
              keys="mod+o"
              icon={<IconLayoutDistributeHorizontal size={18} />}
              run={() => draft.edit(arrange)}
            />
          )}
        </>
      )}
      {phone && <PanelButtons onPanel={onPanel} />}
    </div>
  );
}

function Tool(props: { label: string; keys: string; icon: React.ReactNode; off?: boolean; run: () => void }) {
  const { label, keys, icon, off, run } = props;
  return (
    <Tooltip
      label={
        <>
          {label} <KeyHint keys={keys} />
        </>
      }
    >
      <ActionIcon variant="default" size={30} aria-label={label} disabled={off === true} onClick={run}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
