import type { Plugin } from '@openteller/web-kit';
import { Card } from '../../../shared/page.tsx';
import type { PluginActions } from '../api/actions.ts';
import { SettingsForm } from '../form/settings-form.tsx';
import classes from '../plugins.module.css';
import { BoundsCard } from './bounds-card.tsx';
import { hasSettings } from './has-settings.ts';
import { TestOutcome } from './test-outcome.tsx';

interface SettingsTabProps {
  plugin: Plugin;
  actions: PluginActions;
  onChanged: (changed: boolean) => void;
}

export function SettingsTab({ plugin, actions, onChanged }: SettingsTabProps) {
  return (
    <div className={classes.stack}>
      <Card
        title="Settings"
        hint="Secrets go in and never come out: not to this page, not to the assistant"
        className={classes.readable}
      >
        {!hasSettings(plugin) && <p className={classes.sub}>This plugin has nothing to set.</p>}
        <SettingsForm plugin={plugin} actions={actions} onChanged={onChanged} />
        <TestOutcome test={actions.test} />
      </Card>
      <BoundsCard plugin={plugin} />
    </div>
  );
}
