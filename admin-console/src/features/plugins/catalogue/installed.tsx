import { Skeleton } from '@mantine/core';
import { type AvailablePlugin, EmptyState, type Plugin } from '@openteller/web-kit';
import { IconPlug } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { Card } from '../../../shared/page.tsx';
import classes from '../plugins.module.css';
import type { CatalogueSearch } from '../search.ts';
import { updateFor } from '../updates.ts';
import { fittingPlugins } from './fitting.ts';
import { PluginCard } from './plugin-card.tsx';

export function CardsWaiting() {
  return (
    <div className={classes.cards} aria-busy="true" role="status" aria-label="Loading">
      {['a', 'b', 'c', 'd'].map((card) => (
        <Skeleton key={card} height={214} radius="lg" />
      ))}
    </div>
  );
}

interface InstalledProps {
  plugins: Plugin[];
  search: CatalogueSearch;
  available: AvailablePlugin[];
}

export function Installed({ plugins, search, available }: InstalledProps) {
  const navigate = useNavigate({ from: '/plugins' });
  if (plugins.length === 0) {
    return (
      <Card>
        <EmptyState
          kind="first"
          icon={<IconPlug size={26} stroke={1.6} />}
          title="No plugin is installed"
          text="Without one the assistant answers from documents only. See what is available, and ask the operator of the platform to install it."
          action={{
            label: 'See what is available',
            run: () => void navigate({ search: { view: 'available' } }),
          }}
        />
      </Card>
    );
  }
  const fitting = fittingPlugins(plugins, search, available);
  if (fitting.length === 0) {
    return (
      <Card>
        <EmptyState
          kind="none"
          title="No plugin fits these filters"
          text="Take a filter away, or look among those that are available."
          action={{ label: 'Clear filters', run: () => void navigate({ search: {}, replace: true }) }}
        />
      </Card>
    );
  }
  return (
    <ul className={classes.cards}>
      {fitting.map((plugin) => (
        <li key={plugin.id}>
          <PluginCard plugin={plugin} update={updateFor(plugin, available)} />
        </li>
      ))}
    </ul>
  );
}
