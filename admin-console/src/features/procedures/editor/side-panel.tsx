import { Tabs } from '@mantine/core';
import type { Procedure } from '../api/types.ts';
import { Inspector } from '../inspector/inspector.tsx';
import type { Panel } from '../search.ts';
import { TrialPanel } from '../trial/trial-panel.tsx';
import { AboutPanel } from './about-panel.tsx';
import { useEditor } from './context.tsx';
import classes from './editor.module.css';
import { NoStep } from './no-step.tsx';
import { ProblemsPanel } from './problems-panel.tsx';

export const PANEL_WORDS: Record<Panel, string> = {
  step: 'Step',
  procedure: 'Procedure',
  problems: 'Problems',
  test: 'Test run',
};
const NAMES = Object.keys(PANEL_WORDS) as Panel[];

export function SidePanel({ procedure, onRename }: { procedure: Procedure; onRename: (id: string) => void }) {
  const { panel, openPanel, selected, findings } = useEditor();
  return (
    <Tabs
      value={panel}
      onChange={(value) => openPanel(NAMES.find((name) => name === value) ?? 'step')}
      keepMounted={false}
      className={classes.panels ?? ''}
    >
      <Tabs.List className={classes.panelTabs ?? ''} grow>
        {NAMES.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {PANEL_WORDS[name]}
            {name === 'problems' && findings.all.length > 0 && ` (${findings.all.length})`}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="step" className={classes.panel ?? ''} tabIndex={0}>
        {selected ? <Inspector key={selected} id={selected} onRename={onRename} /> : <NoStep />}
      </Tabs.Panel>
      <Tabs.Panel value="procedure" className={classes.panel ?? ''} tabIndex={0}>
        <AboutPanel />
      </Tabs.Panel>
      <Tabs.Panel value="problems" className={classes.panel ?? ''} tabIndex={0}>
        <ProblemsPanel />
      </Tabs.Panel>
      <Tabs.Panel value="test" className={classes.panel ?? ''} tabIndex={0}>
        <TrialPanel procedure={procedure} />
      </Tabs.Panel>
    </Tabs>
  );
}
