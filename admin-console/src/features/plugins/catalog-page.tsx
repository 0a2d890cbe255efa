import { Skeleton } from '@mantine/core';
import { EmptyState, ErrorState, type Plugin } from '@openteller/web-kit';
import { IconAlertTriangle, IconPlug } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card, Page } from '../../shared/page.tsx';
import { humanise, plural } from '../../shared/words.ts';
import { pluginsQuery } from './api.ts';
import { PluginMark } from './plugin-mark.tsx';
import classes from './plugins.module.css';
import { Health, StateChip } from './state-chips.tsx';

/** What the operator installed and this bank may switch on. */
export function CatalogPage() {
  const plugins = useQuery(pluginsQuery);
  return (
    <Page
      title="Plugins"
      lead="Connections to the bank’s own systems. The operator installs them; you switch them on and fill in the settings."
      wide
    >
      {plugins.isPending ? (
        <div className={classes.cards} aria-busy="true" role="status" aria-label="Loading">
          {['a', 'b', 'c', 'd'].map((card) => (
            <Skeleton key={card} height={214} radius="lg" />
          ))}
        </div>
      ) : plugins.isError && !plugins.data ? (
        <Card>
          <ErrorState
            error={plugins.error}
            title="The plugins could not be loaded"
            retry={() => void plugins.refetch()}
            retrying={plugins.isFetching}
          />
        </Card>
      ) : plugins.data.length === 0 ? (
        <Card>
          <EmptyState
            kind="first"
            icon={<IconPlug size={26} stroke={1.6} />}
            title="No plugin is installed"
            text="Without one the assistant answers from documents only. The operator of the platform adds plugins to its plugin folder."
          />
        </Card>
      ) : (
        <ul className={classes.cards}>
          {plugins.data.map((plugin) => (
            <li key={plugin.id}>
              <PluginCard plugin={plugin} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

function PluginCard({ plugin }: { plugin: Plugin }) {
  const operations = plugin.capabilities.flatMap((each) => each.operations).length;
  return (
    <article className={classes.card}>
      <header className={classes.cardHead}>
        <PluginMark id={plugin.id} />
        <div className={classes.cardName}>
          <h2>
            <Link to="/plugins/$id" params={{ id: plugin.id }}>
              {plugin.name}
            </Link>
          </h2>
          <span className={classes.sub}>
            {plugin.version}
            {plugin.provider && ` · ${plugin.provider}`}
          </span>
        </div>
        <StateChip state={plugin.state} />
      </header>
      <p className={classes.description}>{plugin.description}</p>
      {plugin.lastError && (
        <p className={classes.lastError}>
          <IconAlertTriangle size={15} aria-hidden /> {plugin.lastError}
        </p>
      )}
      <footer className={classes.cardFoot}>
        <span className={classes.sub}>
          {plugin.capabilities.map((each) => humanise(each.name)).join(', ') || 'No capability'}
          {operations > 0 && ` · ${plural(operations, 'operation')}`}
        </span>
        <Health health={plugin.health} />
      </footer>
    </article>
  );
}
