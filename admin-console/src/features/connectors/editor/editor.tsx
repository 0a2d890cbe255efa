import { Tabs } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Ago } from '@openteller/web-kit';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Chip } from '../../../shared/chips.tsx';
import { useCan } from '../../../shared/me.tsx';
import { Page } from '../../../shared/page.tsx';
import { TabRow } from '../../../shared/tab-row.tsx';
import { plural } from '../../../shared/words.ts';
import type { StoredConnector } from '../api/stored.ts';
import { OperationsTab } from '../operations/operations-tab.tsx';
import { PublishDialog } from '../publish/publish-dialog.tsx';
import { ReviewTab } from '../publish/review-tab.tsx';
import { TABS, type Tab } from '../search.ts';
import { LiveTab } from '../trial/live-tab.tsx';
import { VersionsTab } from '../versions/versions-tab.tsx';
import { AuthForm } from './auth-form.tsx';
import { DocumentTab } from './document-tab.tsx';
import classes from './editor.module.css';
import { Problems } from './problems.tsx';
import { SaveNote } from './save-note.tsx';
import { Tools } from './tools.tsx';
import { useDraft } from './use-draft.ts';

const WORDS: Record<Tab, string> = {
  operations: 'Operations',
  'sign-in': 'Sign-in',
  document: 'Document',
  try: 'Try it',
  review: 'Waits',
  versions: 'Versions',
};

/** A stored connector, open: what it does, how it signs in, and the way to its publication. */
export function Editor({ connector, reload }: { connector: StoredConnector; reload: () => Promise<void> }) {
  const { id, waiting, refused } = connector;
  const draft = useDraft(connector);
  const mayWrite = useCan('PLUGIN_WRITE');
  const { tab = waiting ? 'review' : 'operations' } = useSearch({ from: '/connectors/$id' });
  const navigate = useNavigate({ from: '/connectors/$id' });
  const [publishing, setPublishing] = useState(false);
  const { definition } = draft.sheet;
  useHotkeys([
    ['mod+Z', draft.undo],
    ['mod+shift+Z', draft.redo],
    ['mod+Y', draft.redo],
  ]);
  const show = (next: string | null) => {
    const chosen = TABS.find((each) => each === next);
    if (chosen) void navigate({ search: { tab: chosen }, replace: true });
  };
  const many = Object.keys(definition.operations).length;
  return (
    <Page
      title={definition.title || id}
      badge={
        connector.published &&
        (connector.inUse ? (
          <Chip color="green">version {connector.published.version} in use</Chip>
        ) : (
          <Chip color="gray">out of use</Chip>
        ))
      }
      lead={
        <span className={classes.bar}>
          {id} · {plural(many, 'operation')}
          <SaveNote id={id} draft={draft} mayWrite={mayWrite} />
        </span>
      }
      back={{ label: 'Connectors', to: '/connectors' }}
      actions={
        <Tools connector={connector} draft={draft} reload={reload} onPublish={() => setPublishing(true)} />
      }
      wide
    >
      {waiting && tab !== 'review' && (
        <p className={classes.note}>
          {waiting.askedBy} asked for publication <Ago at={waiting.askedAt} />. What waits stays as it was
          asked for.{' '}
          <Link to="/connectors/$id" params={{ id }} search={{ tab: 'review' }}>
            Look at what waits
          </Link>
        </p>
      )}
      {refused && !waiting && (
        <p className={classes.note}>
          {refused.by} refused the last publication <Ago at={refused.at} />
          {refused.reason ? `: “${refused.reason}”` : '.'}
        </p>
      )}
      <Problems findings={draft.findings} />
      <Tabs value={tab} onChange={show} keepMounted={false}>
        <TabRow chosen={tab}>
          {TABS.filter((each) => each !== 'review' || waiting).map((each) => (
            <Tabs.Tab key={each} value={each}>
              {WORDS[each]}
            </Tabs.Tab>
          ))}
        </TabRow>
        <Tabs.Panel value="operations">
          <OperationsTab draft={draft} mayWrite={mayWrite} />
        </Tabs.Panel>
        <Tabs.Panel value="sign-in">
          <AuthForm draft={draft} mayWrite={mayWrite} />
        </Tabs.Panel>
        <Tabs.Panel value="document">
          <DocumentTab id={id} draft={draft} mayWrite={mayWrite} />
        </Tabs.Panel>
        <Tabs.Panel value="try">
          <LiveTab connector={definition} />
        </Tabs.Panel>
        <Tabs.Panel value="review">
          <ReviewTab connector={connector} reload={reload} />
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          <VersionsTab connector={connector} draft={draft} mayWrite={mayWrite} />
        </Tabs.Panel>
      </Tabs>
      {publishing && (
        <PublishDialog
          connector={connector}
          draft={draft}
          reload={reload}
          onClose={() => setPublishing(false)}
        />
      )}
    </Page>
  );
}
