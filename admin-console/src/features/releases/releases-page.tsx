import { Ago, api, EmptyState, ErrorState, type Releases, Rows } from '@openteller/web-kit';
import { IconArrowRight, IconGitCommit } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Chip } from '../../shared/chips.tsx';
import { Card, Page } from '../../shared/page.tsx';
import { count, humanise } from '../../shared/words.ts';
import classes from './releases.module.css';

/** The configuration as numbered states. A decision names the number that was in force when it was made. */
export function ReleasesPage() {
  const releases = useQuery({
    queryKey: ['releases'],
    queryFn: async ({ signal }) => {
      const raw = await api.get<Partial<Releases>>('/api/v1/releases', { signal });
      return { current: raw.current ?? 0, items: raw.items ?? [] };
    },
  });
  return (
    <Page
      title="Releases"
      lead="Every change of documents, plugins and settings gets a number. Each decision of the assistant names the number that was in force."
      badge={
        releases.data &&
        releases.data.current > 0 && <Chip color="iris">in force: {count(releases.data.current)}</Chip>
      }
    >
      <Card>
        {releases.isPending ? (
          <Rows count={7} height={64} gap={12} />
        ) : releases.isError && !releases.data ? (
          <ErrorState
            error={releases.error}
            title="The releases could not be loaded"
            retry={() => void releases.refetch()}
            retrying={releases.isFetching}
          />
        ) : releases.data.items.length === 0 ? (
          <EmptyState
            kind="first"
            icon={<IconGitCommit size={26} stroke={1.6} />}
            title="Nothing was changed yet"
            text="The first document or plugin setting makes release 1."
          />
        ) : (
          <ol className={classes.list}>
            {releases.data.items.map((release) => (
              <li
                key={release.number}
                className={classes.release}
                data-current={release.number === releases.data.current || undefined}
              >
                <span className={classes.number}>{count(release.number)}</span>
                <div className={classes.body}>
                  <p className={classes.line}>
                    <strong>{summaryOf(release.summary)}</strong>
                    {release.number === releases.data.current && <Chip color="iris">in force</Chip>}
                    <span className={classes.by}>
                      {release.by} · <Ago at={release.at} />
                    </span>
                  </p>
                  <ul className={classes.changes}>
                    {(release.changes ?? []).map((change) => (
                      <li key={change.what}>
                        <code>{change.what}</code>
                        <span className={classes.before}>{change.before ?? 'new'}</span>
                        <IconArrowRight size={14} aria-label="became" />
                        <span>{change.after ?? 'removed'}</span>
                      </li>
                    ))}
                  </ul>
                </div>
              </li>
            ))}
          </ol>
        )}
      </Card>
    </Page>
  );
}

/** `document:card-fees` becomes `Document card fees`; a written sentence stays as it is. */
export function summaryOf(summary: string): string {
  const [kind, name] = /^([a-z]+):(\S+)$/.exec(summary)?.slice(1) ?? [];
  return kind && name ? `${humanise(kind)} “${humanise(name)}”` : summary;
}
