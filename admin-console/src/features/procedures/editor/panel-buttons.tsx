import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconFileDescription, IconPlayerPlay } from '@tabler/icons-react';
import type { Panel } from '../search.ts';
import { useEditor } from './context.tsx';
import classes from './editor.module.css';

/** The panels that a wide screen has as tabs beside the editor. */
export function PanelButtons({ onPanel }: { onPanel: () => void }) {
  const { findings, openPanel } = useEditor();
  const many = findings.all.length;
  const show = (panel: Panel) => {
    openPanel(panel);
    onPanel();
  };
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconFileDescription size={15} />}
        onClick={() => show('procedure')}
      >
        Procedure
      </Button>
      <Button
        size="xs"
        variant="default"
        className={classes.problemsButton ?? ''}
        data-many={many > 0 || undefined}
        leftSection={many > 0 ? <IconAlertTriangle size={15} /> : <IconCircleCheck size={15} />}
        onClick={() => show('problems')}
      >
        {many === 0 ? 'No problems' : many === 1 ? '1 problem' : `${many} problems`}
      </Button>
      <Button
        size="xs"
        variant="light"
        leftSection={<IconPlayerPlay size={15} />}
        onClick={() => show('test')}
      >
        Test run
      </Button>
    </>
  );
}
