import type { DocumentDetail } from '@openteller/web-kit';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Chip } from '../../shared/chips.tsx';
import { Card, Page } from '../../shared/page.tsx';
import { StandingChip } from '../../shared/standing.tsx';
import { WaitingPage } from '../../shared/waiting-page.tsx';
import { AboutCard } from './about-card.tsx';
import { checksQuery, documentQuery } from './api.ts';
import { ApprovalPanel } from './approval-panel.tsx';
import classes from './document.module.css';
import { DocumentTabs } from './document-tabs.tsx';
import { TABS } from './search.ts';
import { Shelf } from './shelf.tsx';
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
          <DocumentTabs
            document={document}
            version={shown}
            editing={editing}
            contradictions={contradictions}
            tab={other}
            onOpen={open}
            onStop={() => setEdited(undefined)}
          />
        </Card>
        <aside className={classes.aside}>
          <VersionTimeline document={document} shown={version} />
          <AboutCard document={document} />
        </aside>
      </div>
    </Page>
  );
}
