import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Page } from '../../shared/page.tsx';
import { useUnsaved } from '../../shared/unsaved.tsx';
import { pluginQuery } from '../plugins/api/plugin.ts';
import { useCatalogue } from '../procedures/api/operations.ts';
import classes from './connectors.module.css';
import { BringIn } from './import/bring-in.tsx';
import { CallList } from './import/call-list.tsx';
import { Mapper } from './mapper/mapper.tsx';
import { begun, connectorIn, withAuth, withMapping } from './model/document.ts';
import type { Api, ApiCall, Connector, Mapping } from './model/types.ts';
import { PLUGIN, PublishCard } from './publish-card.tsx';

/** From a bank's API file to operations that it supplies: read, map, try out, put into the plugin. */
export function ConnectorsPage() {
  const catalogue = useCatalogue();
  const plugin = useQuery(pluginQuery(PLUGIN));
  const [api, setApi] = useState<Api>();
  const [draft, setDraft] = useState<Connector>();
  const [mapping, setMapping] = useState<Mapping>();
  useUnsaved(draft !== undefined);
  const connector = draft ?? connectorIn(plugin.data?.settings.connector);
  const operation = catalogue.find(mapping?.operation);

  const read = (next: Api) => {
    setApi(next);
    const auth = next.auth?.[0];
    if (auth && connector.auth.type === 'NONE') setDraft(withAuth(connector, auth));
  };
  const change = (next: Mapping) => {
    setMapping(next);
    setDraft(withMapping(connector, next, catalogue.find(next.operation)?.output));
  };
  const map = (call: ApiCall, name: string) => {
    const chosen = catalogue.find(name);
    change(begun(name, chosen?.input, chosen?.output, call));
  };
  return (
    <Page
      title="Connectors"
      lead="How the bank’s own API supplies operations. Addresses and secrets are settings of the plugin; a change of the address waits for a second person."
      wide
    >
      <div className={classes.stack}>
        <BringIn onRead={read} />
        {api && (
          <div className={classes.columns}>
            <CallList api={api} catalogue={catalogue} onMap={map} />
            {mapping && operation && <Mapper mapping={mapping} operation={operation} onChange={change} />}
          </div>
        )}
        <PublishCard connector={connector} onSaved={() => setDraft(undefined)} />
      </div>
    </Page>
  );
}
