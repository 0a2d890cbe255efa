import { Skeleton } from '@mantine/core';
import { Ago, EmptyState, ErrorState, type KnowledgeDocumentDetail } from '@openteller/web-kit';
import { IconArchive, IconArchiveOff, IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Chip } from '../../shared/chips.tsx';
import { useMe } from '../../shared/me.tsx';
import { Card, Page } from '../../shared/page.tsx';
import { PermitButton } from '../../shared/permitted.tsx';
import { humanise, languageName, plural } from '../../shared/words.ts';
import { documentQuery } from './api.ts';
import { useArchive } from './archive.ts';
import classes from './knowledge.module.css';
import { PassageList } from './passage-list.tsx';

const BACK = { label: 'Knowledge', to: '/knowledge' } as const;

export function DocumentPage() {
  const { slug } = useParams({ from: '/knowledge/$slug' });
  const document = useQuery(documentQuery(slug));
  if (document.data) return <Loaded document={document.data} />;
  return (
    <Page title="Document" back={BACK}>
      {document.isError ? (
        <Card>
          <ErrorState
            error={document.error}
            title="This document could not be loaded"
            retry={() => void document.refetch()}
            retrying={document.isFetching}
          />
        </Card>
      ) : (
        <div className={classes.columns} aria-busy="true" role="status" aria-label="Loading">
          <Skeleton height={560} radius="lg" />
          <Skeleton height={300} radius="lg" />
        </div>
      )}
    </Page>
  );
}

function Loaded({ document }: { document: KnowledgeDocumentDetail }) {
  const archive = useArchive(document);
  const { bank } = useMe();
  const archived = document.status === 'ARCHIVED';
  const newest = document.versions[0];
  return (
    <Page
      title={document.title}
      back={BACK}
      badge={archived ? <Chip color="gray">Archived</Chip> : <Chip color="teal">Published</Chip>}
      lead={`${humanise(document.category)} · ${languageName(document.language)} · ${humanise(document.format)} · version ${document.version}`}
      actions={
        <PermitButton
          needs="KNOWLEDGE_WRITE"
          variant={archived ? 'filled' : 'default'}
          leftSection={archived ? <IconArchiveOff size={16} /> : <IconArchive size={16} />}
          loading={archive.isPending}
          onClick={() => archive.mutate(!archived)}
        >
          {archived ? 'Restore' : 'Archive'}
        </PermitButton>
      }
    >
      <div className={classes.columns}>
        <Card
          title={plural(document.passages.length, 'passage')}
          hint={
            archived ? 'Not used while the document is archived' : 'The assistant quotes these, word for word'
          }
        >
          {document.passages.length === 0 ? (
            <EmptyState
              kind="none"
              compact
              title="No passage"
              text="This version has no text that could be quoted."
            />
          ) : (
            <PassageList passages={document.passages} />
          )}
        </Card>
        <Card title="Versions" hint="A decision names the version it quoted; old ones stay readable">
          <ol className={classes.versions}>
            {document.versions.map((version) => (
              <li key={version.version}>
                <span className={classes.versionNumber}>
                  Version {version.version}
                  {version.version === newest?.version && <Chip color="iris">in force</Chip>}
                </span>
                <span className={classes.sub}>
                  <Ago at={version.updatedAt} /> by {version.updatedBy}
                </span>
                <a
                  className={classes.versionLink}
                  href={`/help/${bank.slug}/${document.slug}/${version.version}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  As the customer sees it <IconExternalLink size={13} aria-hidden />
                </a>
              </li>
            ))}
          </ol>
        </Card>
      </div>
    </Page>
  );
}
