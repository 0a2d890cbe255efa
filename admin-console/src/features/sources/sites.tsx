import { ActionIcon, Button, Menu, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { Ago, EmptyState, ErrorState, Rows, type Site, toast, toastProblem } from '@openteller/web-kit';
import {
  IconDots,
  IconEdit,
  IconListDetails,
  IconPlayerPlay,
  IconPlus,
  IconTrash,
  IconWorld,
} from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Chip } from '../../shared/chips.tsx';
import { useCan } from '../../shared/me.tsx';
import { Card } from '../../shared/page.tsx';
import { PermitButton } from '../../shared/permitted.tsx';
import { plural } from '../../shared/words.ts';
import { crawlSite, deleteSite, isRunning, sitesQuery } from './api.ts';
import { scheduleOf } from './crawl-words.ts';
import { RunDrawer } from './run-drawer.tsx';
import { SiteDialog } from './site-dialog.tsx';
import classes from './sources.module.css';

type Open = { kind: 'edit'; site: Site | undefined } | { kind: 'runs'; site: Site };

/** Web sites that are read again on a schedule; only pages that changed become drafts. */
export function Sites() {
  const sites = useQuery(sitesQuery);
  const [open, setOpen] = useState<Open>();
  const mayWrite = useCan('KNOWLEDGE_WRITE');
  const add = () => setOpen({ kind: 'edit', site: undefined });
  return (
    <Card
      title="Web sites"
      hint="robots.txt is obeyed, only named hosts are visited, and only changed pages become drafts."
      aside={
        <PermitButton needs="KNOWLEDGE_WRITE" size="xs" leftSection={<IconPlus size={15} />} onClick={add}>
          Add a site
        </PermitButton>
      }
    >
      {sites.isPending ? (
        <Rows count={3} height={72} />
      ) : sites.isError && !sites.data ? (
        <ErrorState
          error={sites.error}
          title="The sites could not be loaded"
          retry={() => void sites.refetch()}
        />
      ) : sites.data.length === 0 ? (
        <EmptyState
          kind="first"
          icon={<IconWorld size={26} stroke={1.6} />}
          title="No web site yet"
          text="Give the help pages of your bank: they are read page by page, and again when they change."
          {...(mayWrite ? { action: { label: 'Add the first site', run: add } } : {})}
        />
      ) : (
        <ul className={classes.sites}>
          {sites.data.map((site) => (
            <SiteRow key={site.id} site={site} onOpen={setOpen} />
          ))}
        </ul>
      )}
      {open?.kind === 'edit' && <SiteDialog site={open.site} onClose={() => setOpen(undefined)} />}
      {open?.kind === 'runs' && <RunDrawer site={open.site} onClose={() => setOpen(undefined)} />}
    </Card>
  );
}

function SiteRow({ site, onOpen }: { site: Site; onOpen: (open: Open) => void }) {
  const queries = useQueryClient();
  const mayWrite = useCan('KNOWLEDGE_WRITE');
  const address = site.startUrl ?? site.sitemapUrl ?? '';
  const refresh = () => void queries.invalidateQueries({ queryKey: ['sites'] });
  const crawl = useMutation({
    mutationFn: () => crawlSite(site.id),
    onSuccess: () => onOpen({ kind: 'runs', site }),
    onError: (error) => toastProblem(error, 'The crawl did not start'),
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: () => deleteSite(site.id),
    onSuccess: () => toast('The site is not read any more'),
    onError: (error) => toastProblem(error, 'The site stays'),
    onSettled: refresh,
  });
  const askRemove = () =>
    modals.openConfirmModal({
      title: 'Stop reading this site?',
      children: (
        <Text size="sm">
          {address} is not visited any more. Documents that came from it stay, and answers go on using those
          in force.
        </Text>
      ),
      labels: { confirm: 'Stop reading', cancel: 'Keep' },
      confirmProps: { color: 'red.9' },
      onConfirm: () => remove.mutate(),
    });
  const { lastRun } = site;
  return (
    <li className={classes.site}>
      <div className={classes.siteText}>
        <span className={classes.siteName}>
          {address} {isRunning(site.state) && <Chip color="blue">Reading now</Chip>}
        </span>
        <span className={classes.sub}>
          {site.kind === 'SITEMAP' ? 'Sitemap' : `${plural(site.depth ?? 0, 'link')} deep`} · up to{' '}
          {plural(site.maxPages, 'page')} · {scheduleOf(site.everyHours)}
          {site.nextRunAt && (
            <>
              {' '}
              · next <Ago at={site.nextRunAt} />
            </>
          )}
        </span>
        <span className={classes.sub}>
          {lastRun ? (
            <>
              Last read <Ago at={lastRun.at} />: {plural(lastRun.pages ?? 0, 'page')}, {lastRun.changed ?? 0}{' '}
              changed{' '}
              {(lastRun.failed ?? 0) > 0 && <span className={classes.failed}>· {lastRun.failed} failed</span>}
            </>
          ) : (
            'Not read yet'
          )}
        </span>
      </div>
      <div className={classes.siteButtons}>
        <PermitButton
          needs="KNOWLEDGE_WRITE"
          size="xs"
          variant="default"
          leftSection={<IconPlayerPlay size={15} />}
          loading={crawl.isPending}
          blocked={isRunning(site.state) ? 'It is being read already' : undefined}
          onClick={() => crawl.mutate()}
        >
          Crawl now
        </PermitButton>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconListDetails size={15} />}
          onClick={() => onOpen({ kind: 'runs', site })}
        >
          Pages
        </Button>
        {mayWrite && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size={30} aria-label={`More for ${address}`}>
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconEdit size={15} />} onClick={() => onOpen({ kind: 'edit', site })}>
                Change
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={15} />} color="red" onClick={askRemove}>
                Stop reading
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
    </li>
  );
}
