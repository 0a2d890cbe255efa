import type { Plugin } from '@openteller/web-kit';
import { IconPlugConnected } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Page } from '../../../shared/page.tsx';
import { PermitButton } from '../../../shared/permitted.tsx';
import { useUnsaved } from '../../../shared/unsaved.tsx';
import { usePluginActions } from '../api/actions.ts';
import { PendingNote } from '../pending-note.tsx';
import { type PluginSearch, TABS } from '../search.ts';
import { IsolatedChip, StateChip, TrustChip } from '../state-chips.tsx';
import { PluginTabs } from './plugin-tabs.tsx';
import { QuarantineNote } from './quarantine-note.tsx';
import { Switch } from './switch.tsx';
import { TestOutcome } from './test-outcome.tsx';

const BACK = { label: 'Plugins', to: '/plugins' } as const;

export function PluginView({ plugin }: { plugin: Plugin }) {
  const actions = usePluginActions(plugin.id);
  const search = useSearch({ from: '/plugins/$id' });
  const navigate = useNavigate({ from: '/plugins/$id' });
  const [changed, setChanged] = useState(false);
  useUnsaved(changed);
  const tab = search.tab ?? 'overview';
  useEffect(() => {
    // Whoever left the form has agreed to lose what was in it.
    if (tab !== 'settings') setChanged(false);
  }, [tab]);
  const open = (next: string | null) => {
    const known = TABS.find((each) => each === next);
    void navigate({
      search: (known && known !== 'overview' ? { tab: known } : {}) as PluginSearch,
      replace: true,
    });
  };
  return (
    <Page
      title={plugin.name}
      back={BACK}
      wide
      badge={
        <>
          <StateChip state={plugin.state} />
          <TrustChip trust={plugin.trust} />
          {plugin.isolated && <IsolatedChip />}
        </>
      }
      lead={plugin.description}
      actions={
        <>
          {tab !== 'settings' && (
            <PermitButton
              needs="PLUGIN_WRITE"
              variant="default"
              leftSection={<IconPlugConnected size={16} />}
              loading={actions.test.isPending}
              onClick={() => actions.test.mutate(undefined)}
            >
              Test connection
            </PermitButton>
          )}
          <Switch plugin={plugin} actions={actions} changed={changed} />
        </>
      }
    >
      <PendingNote plugin={plugin} />
      <QuarantineNote plugin={plugin} />
      {tab !== 'settings' && <TestOutcome test={actions.test} />}
      <PluginTabs
        plugin={plugin}
        actions={actions}
        tab={tab}
        hours={search.hours}
        onOpen={open}
        onChanged={setChanged}
      />
    </Page>
  );
}
