import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core';
import { KeyHint } from '@openteller/web-kit';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconLayoutDistributeHorizontal,
  IconPlus,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { arrange } from '../model/arrange.ts';
import { useEditor } from './context.tsx';
import classes from './editor.module.css';
import { PanelButtons } from './panel-buttons.tsx';

interface ToolbarProps {
  view: 'canvas' | 'outline';
  onAdd: () => void;
  /** A panel was asked for: where panels are drawers, it must open. */
  onPanel: () => void;
}

export function Toolbar({ view, onAdd, onPanel }: ToolbarProps) {
  const { draft, mayWrite, phone } = useEditor();
  const navigate = useNavigate({ from: '/procedures/$id' });
  const { past, future } = draft.history;
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
          onChange={(next) =>
            void navigate({
              replace: true,
              search: ({ view: _old, ...rest }) => (next === 'outline' ? { ...rest, view: 'outline' } : rest),
            })
          }
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
