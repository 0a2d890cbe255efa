import { EmptyState, Problem } from '@openteller/web-kit';
import { IconPlugOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Card, Page } from '../../../shared/page.tsx';
import { WaitingPage } from '../../../shared/waiting-page.tsx';
import { pluginQuery } from '../api/plugin.ts';
import { pluginsQuery } from '../api/plugins.ts';
import classes from '../plugins.module.css';
import { PluginView } from './plugin-view.tsx';

const BACK = { label: 'Plugins', to: '/plugins' } as const;

export function PluginPage() {
  const { id } = useParams({ from: '/plugins/$id' });
  const navigate = useNavigate();
  const plugin = useQuery(pluginQuery(id));
  const gone = plugin.error instanceof Problem && plugin.error.status === 404;
  // A file that could not be used has no page of its own; the list knows why.
  const refused = useQuery({ ...pluginsQuery, enabled: gone }).data?.find((each) => each.id === id);
  if (gone && refused) return <PluginView key={id} plugin={refused} />;
  if (plugin.data) return <PluginView key={id} plugin={plugin.data} />;
  if (gone) {
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
  return (
    <WaitingPage
      title="Plugin"
      back={BACK}
      wide
      query={plugin}
      columns={classes.columns}
      heights={[520, 320]}
    />
  );
}
