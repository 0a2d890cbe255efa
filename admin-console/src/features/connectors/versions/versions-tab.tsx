import { Button, Group, NativeSelect, Skeleton } from '@mantine/core';
import { Ago, EmptyState, Rows, toast } from '@openteller/web-kit';
import { IconFileExport, IconHistory, IconRestore } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Loaded } from '../../../shared/loaded.tsx';
import { Card } from '../../../shared/page.tsx';
import { exportPath, type StoredConnector, versionQuery, versionsQuery } from '../api/stored.ts';
import classes from '../connectors.module.css';
import type { DraftHandle } from '../editor/use-draft.ts';
import { differenceOf } from '../model/difference.ts';
import { DifferenceList } from './difference-list.tsx';

interface VersionsTabProps {
  connector: StoredConnector;
  draft: DraftHandle;
  mayWrite: boolean;
}

/** Every version that was published, what is between any two of them, and the way back to one. */
export function VersionsTab({ connector, draft, mayWrite }: VersionsTabProps) {
  const { id } = connector;
  const versions = useQuery(versionsQuery(id));
  const queries = useQueryClient();
  const bringBack = async (version: number) => {
    const kept = await queries.fetchQuery(versionQuery(id, version));
    draft.edit(() => ({ definition: kept.connector, layout: kept.workbench ?? {} }));
    toast(`The draft is as version ${version} was. Undo brings yours back.`);
  };
  return (
    <Loaded
      query={versions}
      title="The versions could not be loaded"
      waiting={<Rows count={3} height={64} />}
      compact
    >
      {(all) =>
        all.length === 0 ? (
          <Card>
            <EmptyState
              kind="first"
              icon={<IconHistory size={26} stroke={1.6} />}
              title="Never published"
              text="The first publication that a second person approves makes version 1."
            />
          </Card>
        ) : (
          <div className={classes.stack}>
            <Card flush>
              <ol className={classes.versions}>
                {all.map((each) => (
                  <li key={each.version}>
                    <div>
                      <strong>Version {each.version}</strong>
                      <span className={classes.hint}>
                        {each.askedBy}, approved by {each.approvedBy}, <Ago at={each.publishedAt} />
                      </span>
                      {each.comment && <p className={classes.comment}>{each.comment}</p>}
                    </div>
                    <Group gap="xs">
                      <Button
                        component="a"
                        href={exportPath(id, each.version)}
                        size="compact-sm"
                        variant="default"
                        leftSection={<IconFileExport size={14} />}
                        aria-label={`Export version ${each.version}`}
                      >
                        Export
                      </Button>
                      {mayWrite && (
                        <Button
                          size="compact-sm"
                          variant="default"
                          leftSection={<IconRestore size={14} />}
                          aria-label={`Bring back version ${each.version} as the draft`}
                          onClick={() => void bringBack(each.version)}
                        >
                          Bring back
                        </Button>
                      )}
                    </Group>
                  </li>
                ))}
              </ol>
            </Card>
            <Compare connector={connector} draft={draft} all={all.map(({ version }) => version)} />
          </div>
        )
      }
    </Loaded>
  );
}

interface CompareProps {
  connector: StoredConnector;
  draft: DraftHandle;
  all: readonly number[];
}

function Compare({ connector, draft, all }: CompareProps) {
  const search = useSearch({ from: '/connectors/$id' });
  const navigate = useNavigate({ from: '/connectors/$id' });
  const to = search.to ?? (draft.saver.etag ? 'draft' : String(all[0]));
  const from = search.from ?? String(to === 'draft' ? all[0] : (all[1] ?? all[0]));
  const before = useDocument(connector.id, from, draft);
  const after = useDocument(connector.id, to, draft);
  const choices = [
    { value: 'draft', label: 'Draft' },
    ...all.map((each) => ({ value: String(each), label: `Version ${each}` })),
  ];
  const go = (change: { from?: string; to?: string }) =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true });
  const nameOf = (which: string) => choices.find(({ value }) => value === which)?.label ?? which;
  return (
    <Card title="What is different">
      <Group mb="md">
        <NativeSelect
          label="From"
          value={from}
          data={choices}
          onChange={(event) => go({ from: event.currentTarget.value })}
        />
        <NativeSelect
          label="To"
          value={to}
          data={choices}
          onChange={(event) => go({ to: event.currentTarget.value })}
        />
      </Group>
      {before && after ? (
        <DifferenceList
          changes={differenceOf(before, after)}
          names={{ before: nameOf(from), after: nameOf(to) }}
        />
      ) : (
        <Skeleton height={120} />
      )}
    </Card>
  );
}

function useDocument(id: string, which: string, draft: DraftHandle) {
  const version = useQuery({ ...versionQuery(id, Number(which)), enabled: which !== 'draft' });
  return which === 'draft' ? draft.sheet.definition : version.data?.connector;
}
