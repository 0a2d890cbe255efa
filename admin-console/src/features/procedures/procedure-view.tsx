import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useCan } from '../../shared/me.tsx';
import { useCatalogue } from './api/operations.ts';
import { proceduresQuery } from './api/procedures.ts';
import type { Procedure, Replay, TestState } from './api/types.ts';
import { type Editor, EditorProvider } from './editor/context.tsx';
import { EditorPage } from './editor/editor-page.tsx';
import { useDraft } from './editor/use-draft.ts';
import { useFindings } from './editor/use-findings.ts';
import { useLeave } from './editor/use-leave.tsx';
import { languagesOf } from './model/languages.ts';
import { ReviewPage } from './publish/review-page.tsx';
import type { Panel } from './search.ts';
import { VersionsPage } from './versions/versions-page.tsx';

/** The draft lives here, above the pages, so that going from one to another loses nothing of it. */
export function ProcedureView({ procedure, reload }: { procedure: Procedure; reload: () => Promise<void> }) {
  const navigate = useNavigate({ from: '/procedures/$id' });
  const search = useSearch({ from: '/procedures/$id' });
  const draft = useDraft(procedure);
  const { definition } = draft.sheet;
  const findings = useFindings(definition, procedure.draft?.findings);
  const catalogue = useCatalogue();
  const mayWrite = useCan('PROCEDURE_WRITE');
  const phone = useMediaQuery('(max-width: 900px)', false, { getInitialValueInEffect: false }) ?? false;
  const [selected, setSelected] = useState<string>();
  const [run, setRun] = useState<TestState>();
  const [replayed, setReplayed] = useState<Replay>();
  const ofBank = useQuery(proceduresQuery).data?.languages;
  const languages = useMemo(() => languagesOf(definition, ofBank ?? []), [definition, ofBank]);
  useLeave(draft.save);
  const openPanel = useCallback(
    (panel: Panel) =>
      void navigate({
        replace: true,
        search: ({ panel: _old, ...rest }) => (panel === 'step' ? rest : { ...rest, panel }),
      }),
    [navigate],
  );
  const known = selected && definition.nodes[selected] ? selected : undefined;
  const editor = useMemo<Editor>(
    () => ({
      draft,
      findings,
      catalogue,
      languages,
      mayWrite,
      phone,
      selected: known,
      select: setSelected,
      panel: search.panel ?? 'step',
      openPanel,
      lit: replayed ? { path: replayed.path } : { path: run?.path ?? [], at: run?.node },
      trial: { run, setRun, replayed, setReplayed },
    }),
    [draft, findings, catalogue, languages, mayWrite, phone, known, search.panel, openPanel, run, replayed],
  );
  return (
    <EditorProvider editor={editor}>
      {search.page === 'review' ? (
        <ReviewPage procedure={procedure} reload={reload} />
      ) : search.page === 'versions' ? (
        <VersionsPage procedure={procedure} />
      ) : (
        <EditorPage
          procedure={procedure}
          reload={reload}
          view={phone ? 'outline' : (search.view ?? 'canvas')}
        />
      )}
    </EditorProvider>
  );
}
