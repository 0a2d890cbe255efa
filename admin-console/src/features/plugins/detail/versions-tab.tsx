import { EmptyState, type Plugin, type PluginVersion } from '@openteller/web-kit';
import { IconVersions } from '@tabler/icons-react';
import { useState } from 'react';
import { Card } from '../../../shared/page.tsx';
import classes from '../plugins.module.css';
import { compareVersions } from '../words.ts';
import { VersionDialog } from './version-dialog.tsx';
import { VersionRow } from './version-row.tsx';

/** The versions that the operator installed; each bank chooses its own among them. */
export function VersionsTab({ plugin }: { plugin: Plugin }) {
  const [chosen, setChosen] = useState<PluginVersion>();
  const versions = [...plugin.versions].sort((a, b) => compareVersions(b.version, a.version));
  return (
    <Card
      title="Versions"
      hint="Installed by the operator. Other banks may run another one; turns under way end on the version they began with"
      className={classes.readable}
    >
      {versions.length === 0 ? (
        <EmptyState
          kind="first"
          icon={<IconVersions size={26} stroke={1.6} />}
          title="No version is installed"
          text="The package could not be read. The operator has to install it again."
        />
      ) : (
        <ol className={classes.versions}>
          {versions.map((version) => (
            <VersionRow
              key={version.version}
              version={version}
              asked={plugin.pending?.version === version.version}
              blocked={plugin.pending ? 'Something of this plugin waits for approval already' : undefined}
              onChoose={() => setChosen(version)}
            />
          ))}
        </ol>
      )}
      {chosen && (
        <VersionDialog plugin={plugin} version={chosen.version} onClose={() => setChosen(undefined)} />
      )}
    </Card>
  );
}
