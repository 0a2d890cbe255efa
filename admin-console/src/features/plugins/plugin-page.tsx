import { EmptyState, type Plugin } from '@openteller/web-kit';
import { IconPlugOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Card, Page } from '../../shared/page.tsx';
import { WaitingPage } from '../../shared/waiting-page.tsx';
import { pluginsQuery, usePluginActions } from './api.ts';
import { Capabilities } from './capabilities.tsx';
import { Condition } from './condition.tsx';
import { SettingsForm } from './form/settings-form.tsx';
import { hasSettings } from './has-settings.ts';
import classes from './plugins.module.css';
import { StateChip } from './state-chips.tsx';
import { Switch } from './switch.tsx';
import { TestOutcome } from './test-outcome.tsx';

const BACK = { label: 'Plugins', to: '/plugins' } as const;

export function PluginPage() {
  const { id } = useParams({ from: '/plugins/$id' });
  const navigate = useNavigate();
  const plugins = useQuery(pluginsQuery);
  const plugin = plugins.data?.find((each) => each.id === id);
  if (plugin) return <Loaded key={plugin.id} plugin={plugin} />;
  if (!plugins.data) {
    return (
      <WaitingPage
        title="Plugin"
        back={BACK}
        wide
        query={plugins}
        columns={classes.columns}
        heights={[520, 320]}
      />
    );
  }
  return (
    <Page title="Plugin" back={BACK} wide>
      <Card>
        <EmptyState
          kind="none"
          icon={<IconPlugOff size={26} stroke={1.6} />}
          title="No such plugin is installed"
          text="The operator may have removed it."
          action={{ label: 'See what is installed', run: () => void navigate({ to: '/plugins' }) }}
        />
      </Card>
    </Page>
  );
}

function Loaded({ plugin }: { plugin: Plugin }) {
  const actions = usePluginActions(plugin.id);
  const [changed, setChanged] = useState(false);
  return (
    <Page
      title={plugin.name}
      back={BACK}
      wide
      badge={<StateChip state={plugin.state} />}
      lead={plugin.description}
      actions={<Switch plugin={plugin} actions={actions} changed={changed} />}
    >
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Card
            title="Settings"
            hint="Secrets go in and never come out: not to this page, not to the assistant"
          >
            {!hasSettings(plugin) && <p className={classes.sub}>This plugin has nothing to set.</p>}
            <SettingsForm plugin={plugin} actions={actions} onChanged={setChanged} />
            <TestOutcome test={actions.test} />
          </Card>
          <Card
            title="What it can do"
            hint="The platform enforces risk class and proof of identity; no prompt and no plugin can go round them"
            flush
          >
            <Capabilities capabilities={plugin.capabilities} />
          </Card>
        </div>
        <Condition plugin={plugin} />
      </div>
    </Page>
  );
}
