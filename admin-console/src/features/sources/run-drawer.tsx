import { Drawer, Progress, Select } from '@mantine/core';
import { EmptyState, ErrorState, exactTime, Rows, type Site } from '@openteller/web-kit';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { isRunning, runQuery, runsQuery } from './api.ts';
import { crawlSummary, detailOf, pageOf } from './crawl-words.ts';
import classes from './sources.module.css';

/** The crawls of a site, the newest first, with what became of each page. */
export function RunDrawer({ site, onClose }: { site: Site; onClose: () => void }) {
  const runs = useQuery(runsQuery(site.id));
  const [picked, setPicked] = useState<string>();
  const shown = picked ?? runs.data?.[0]?.id;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={`Crawls of ${site.startUrl ?? site.sitemapUrl}`}
    >
      {runs.isPending ? (
        <Rows count={6} height={40} />
      ) : runs.isError && !runs.data ? (
        <ErrorState
          error={runs.error}
          title="The crawls could not be loaded"
          retry={() => void runs.refetch()}
        />
      ) : !shown ? (
        <EmptyState kind="first" title="Not crawled yet" text="Press “Crawl now”, or wait for its time." />
      ) : (
        <>
          {runs.data.length > 1 && (
            <Select
              label="Crawl"
              mb="md"
              allowDeselect={false}
              value={shown}
              data={runs.data.map((run) => ({ value: run.id, label: run.at ? exactTime(run.at) : run.id }))}
              onChange={(value) => setPicked(value ?? undefined)}
            />
          )}
          <Run id={shown} />
        </>
      )}
    </Drawer>
  );
}

function Run({ id }: { id: string }) {
  const run = useQuery(runQuery(id));
  if (run.isPending) return <Rows count={6} height={40} />;
  if (run.isError && !run.data)
    return <ErrorState error={run.error} title="This crawl could not be loaded" compact />;
  const { done, queued, items } = run.data;
  const running = isRunning(run.data.state);
  return (
    <>
      <p className={classes.runHead} role="status">
        {running ? (
          <>
            <strong>{done}</strong> pages read, {queued} to go
          </>
        ) : (
          crawlSummary(items)
        )}
      </p>
      {running && (
        <Progress
          value={done + queued === 0 ? 0 : (done / (done + queued)) * 100}
          animated
          radius="xl"
          mb="sm"
          aria-label="Pages read"
        />
      )}
      <ul className={classes.pages}>
        {items.map((page) => {
          const { label, tone } = pageOf(page.state);
          return (
            <li key={page.url} data-tone={tone}>
              <span className={classes.url}>{page.url}</span>
              <span className={classes.pageState}>
                {label}
                {detailOf(page) && `: ${detailOf(page)}`}
                {page.slug && (
                  <>
                    {' · '}
                    <Link to="/knowledge/$slug" params={{ slug: page.slug }}>
                      open
                    </Link>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
