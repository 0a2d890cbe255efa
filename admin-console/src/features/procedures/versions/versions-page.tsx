import { Button, NativeSelect, Skeleton } from '@mantine/core';
import { Ago, EmptyState, Rows, toast } from '@openteller/web-kit';
import { IconFileExport, IconGitCompare, IconHistory, IconRestore } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Loaded } from '../../../shared/loaded.tsx';
import { Card } from '../../../shared/page.tsx';
import { plural } from '../../../shared/words.ts';
import type { Procedure, Version } from '../api/types.ts';
import { exportPath, versionQuery, versionsQuery } from '../api/versions.ts';
import { useEditor } from '../editor/context.tsx';
import { DrawnDiff } from './drawn-diff.tsx';
import { SubPage } from './sub-page.tsx';
import { useSheetOf } from './use-sheet-of.ts';
import classes from './versions.module.css';

/** Every version that was published, what is between any two of them, and the way back to one. */
export function VersionsPage({ procedure }: { procedure: Procedure }) {
  const { id } = procedure;
  const versions = useQuery(versionsQuery(id));
  const { from, to } = useSearch({ from: '/procedures/$id' });
  return (
    <SubPage id={id} title="Versions">
      <Card flush className={classes.card}>
        <Loaded
          query={versions}
          title="The versions could not be loaded"
          waiting={<Rows count={3} height={64} />}
          compact
        >
          {(all) =>
            all.length === 0 ? (
              <EmptyState
                kind="first"
                icon={<IconHistory size={26} stroke={1.6} />}
                title="Never published"
                text="The first publication that a second person approves makes version 1."
              />
            ) : (
              <ol className={classes.versions}>
                {all.map((each) => (
                  <VersionLine key={each.version} id={id} version={each} />
                ))}
              </ol>
            )
          }
        </Loaded>
      </Card>
      {versions.data && versions.data.length > 0 && (
        <Compare id={id} versions={versions.data} from={from} to={to} />
      )}
    </SubPage>
  );
}

function VersionLine({ id, version }: { id: string; version: Version }) {
  const { draft, mayWrite } = useEditor();
  const queries = useQueryClient();
  const navigate = useNavigate({ from: '/procedures/$id' });
  const { version: number, publishedAt, askedBy, approvedBy, comment, runsOpen = 0 } = version;
  const restore = async () => {
    const sheet = await queries.fetchQuery(versionQuery(id, number));
    draft.replace(sheet);
    toast(`Version ${number} is the draft now. Undo brings back what was there.`);
    void navigate({ search: {} });
  };
  return (
    <li className={classes.version}>
      <span className={classes.number}>{number}</span>
      <div className={classes.about}>
        <p>{comment || 'Without a word.'}</p>
        <p className={classes.by}>
          Asked by {askedBy}, approved by {approvedBy} · <Ago at={publishedAt} />
          {runsOpen > 0 && ` · ${plural(runsOpen, 'conversation')} on it`}
        </p>
      </div>
      <div className={classes.actions}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconGitCompare size={15} />}
          aria-label={`Compare version ${number} with the draft`}
          onClick={() => void navigate({ search: { page: 'versions', from: String(number), to: 'draft' } })}
        >
          Compare
        </Button>
        {mayWrite && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconRestore size={15} />}
            aria-label={`Restore as draft: version ${number}`}
            onClick={() => void restore()}
          >
            Restore as draft
          </Button>
        )}
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          component="a"
          href={exportPath(id, number, 'yaml')}
          download={`${id}-${number}.yaml`}
          leftSection={<IconFileExport size={15} />}
          aria-label={`Export version ${number} as YAML`}
        >
          YAML
        </Button>
      </div>
    </li>
  );
}

interface CompareProps {
  id: string;
  versions: readonly Version[];
  from: string | undefined;
  to: string | undefined;
}

function Compare({ id, versions, from, to = 'draft' }: CompareProps) {
  const navigate = useNavigate({ from: '/procedures/$id' });
  const first = from ?? String(versions[0]?.version ?? '');
  const before = useSheetOf(id, first);
  const after = useSheetOf(id, to);
  const data = [
    { value: 'draft', label: 'The draft' },
    ...versions.map(({ version }) => ({ value: String(version), label: `Version ${version}` })),
  ];
  const nameOf = (value: string) => data.find((each) => each.value === value)?.label ?? value;
  const go = (patch: { from?: string; to?: string }) =>
    void navigate({ replace: true, search: { page: 'versions', from: first, to, ...patch } });
  return (
    <Card title="What is between two" className={classes.compare}>
      <div className={classes.pickers}>
        <NativeSelect
          label="From"
          value={first}
          data={data}
          onChange={(event) => go({ from: event.currentTarget.value })}
        />
        <NativeSelect
          label="To"
          value={to}
          data={data}
          onChange={(event) => go({ to: event.currentTarget.value })}
        />
      </div>
      {before && after ? (
        <DrawnDiff
          before={before.definition}
          after={after}
          names={{ before: nameOf(first), after: nameOf(to) }}
        />
      ) : (
        <Skeleton height={560} radius="lg" />
      )}
    </Card>
  );
}
