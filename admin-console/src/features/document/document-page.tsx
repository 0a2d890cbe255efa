import { Badge, Tabs } from '@mantine/core';
import type { DocumentDetail } from '@openteller/web-kit';
import {
  IconArrowsDiff,
  IconChartBar,
  IconFileText,
  IconGitCompare,
  IconListDetails,
  IconShieldCheck,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Chip } from '../../shared/chips.tsx';
import { useChosenInSight } from '../../shared/chosen-tab.ts';
import { Card, Page } from '../../shared/page.tsx';
import { StandingChip } from '../../shared/standing.tsx';
import { WaitingPage } from '../../shared/waiting-page.tsx';
import { AboutCard } from './about-card.tsx';
import { checksQuery, documentQuery } from './api.ts';
import { ApprovalPanel } from './approval-panel.tsx';
import { ChecksTab } from './checks-tab.tsx';
import { CompareTab } from './compare-tab.tsx';
import classes from './document.module.css';
import { ImpactTab } from './impact-tab.tsx';
import { PassagesTab } from './passages-tab.tsx';
import { TABS } from './search.ts';
import { Shelf } from './shelf.tsx';
import { TextTab } from './text-tab.tsx';
import { UsageTab } from './usage-tab.tsx';
import { VersionTimeline } from './version-timeline.tsx';

const BACK = { label: 'Library', to: '/knowledge' } as const;

export function DocumentPage() {
  const { slug } = useParams({ from: '/knowledge/$slug' });
  const document = useQuery(documentQuery(slug));
  if (document.data) return <Loaded document={document.data} />;
  return (
    <WaitingPage
      title="Document"
      back={BACK}
      wide
      query={document}
      columns={classes.columns}
      heights={[620, 420]}
    />
  );
}

function Loaded({ document }: { document: DocumentDetail }) {
  const search = useSearch({ from: '/knowledge/$slug' });
  const navigate = useNavigate({ from: '/knowledge/$slug' });
  const [edited, setEdited] = useState<number>();
  const { tab: other } = search;
  // Whoever went to another tab has left the text, and comes back to it as it is stored.
  useEffect(() => {
    if (other !== undefined) setEdited(undefined);
  }, [other]);
  const tabs = useChosenInSight(other);
  const shown = document.versions.find(({ version }) => version === search.v) ?? document.versions[0];
  const checks = useQuery({
    ...checksQuery(document.slug, shown?.version ?? 0),
    enabled: shown !== undefined,
  });
  if (!shown) {
    return (
      <Page title={document.title} back={BACK}>
        <Card>This document has no version that you may see.</Card>
      </Page>
    );
  }
  const { version } = shown;
  const editing = edited === version && search.tab === undefined;
  const contradictions = checks.data?.contradictions.length ?? 0;
  const tab = other ?? 'text';
  const open = (next: string | null) => {
    void navigate({
      search: ({ tab: _, ...rest }) => {
        const known = TABS.find((each) => each === next);
        return known ? { ...rest, tab: known } : rest;
      },
      replace: true,
    });
  };
  return (
    <Page
      title={document.title}
      back={BACK}
      wide
      badge={
        document.archived ? (
          <Chip color="gray">Archived</Chip>
        ) : (
          <StandingChip standing={document.effective ? 'EFFECTIVE' : document.latest.standing} />
        )
      }
      actions={<Shelf document={document} />}
      lead={
        document.archived
          ? 'Out of the library. No answer is made from it, and nothing can be done with it before it is restored.'
          : document.effective
            ? `Answers are made from version ${document.effective.version}.`
            : 'No answer is made from this document now.'
      }
    >
      <ApprovalPanel
        key={version}
        document={document}
        version={shown}
        editing={editing}
        contradictions={contradictions}
        onEdit={() => {
          open('text');
          setEdited(version);
        }}
      />
      <div className={classes.columns}>
        <Card className={classes.main}>
          <Tabs value={tab} onChange={open} keepMounted={false}>
            <Tabs.List mb="md" className={classes.tabs ?? ''} ref={tabs}>
              <Tabs.Tab value="text" leftSection={<IconFileText size={16} />}>
                Text
              </Tabs.Tab>
              <Tabs.Tab value="compare" leftSection={<IconArrowsDiff size={16} />}>
                Compare
              </Tabs.Tab>
              <Tabs.Tab value="passages" leftSection={<IconListDetails size={16} />}>
                Passages
              </Tabs.Tab>
              <Tabs.Tab
                value="checks"
                leftSection={<IconShieldCheck size={16} />}
                rightSection={
                  contradictions > 0 && (
                    <Badge size="sm" color="red.9" circle aria-label={`${contradictions} contradictions`}>
                      {contradictions}
                    </Badge>
                  )
                }
              >
                Checks
              </Tabs.Tab>
              <Tabs.Tab value="impact" leftSection={<IconGitCompare size={16} />}>
                Impact
              </Tabs.Tab>
              <Tabs.Tab value="usage" leftSection={<IconChartBar size={16} />}>
                Usage
              </Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="text">
              <TextTab
                document={document}
                version={shown}
                editing={editing}
                onStop={() => setEdited(undefined)}
              />
            </Tabs.Panel>
            <Tabs.Panel value="compare">
              <CompareTab document={document} version={version} />
            </Tabs.Panel>
            <Tabs.Panel value="passages">
              <PassagesTab slug={document.slug} version={version} />
            </Tabs.Panel>
            <Tabs.Panel value="checks">
              <ChecksTab slug={document.slug} version={version} />
            </Tabs.Panel>
            <Tabs.Panel value="impact">
              <ImpactTab slug={document.slug} version={version} />
            </Tabs.Panel>
            <Tabs.Panel value="usage">
              <UsageTab slug={document.slug} />
            </Tabs.Panel>
          </Tabs>
        </Card>
        <aside className={classes.aside}>
          <VersionTimeline document={document} shown={version} />
          <AboutCard document={document} />
        </aside>
      </div>
    </Page>
  );
}
