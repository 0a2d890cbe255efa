import { createContext, type ReactNode, use } from 'react';
import type { Catalogue } from '../api/operations.ts';
import type { Replay, TestState } from '../api/types.ts';
import type { Panel } from '../search.ts';
import type { DraftHandle } from './use-draft.ts';
import type { Findings } from './use-findings.ts';

/** What every part of the editor sees. */
export interface Editor {
  draft: DraftHandle;
  findings: Findings;
  catalogue: Catalogue;
  languages: readonly string[];
  mayWrite: boolean;
  /** Too narrow for a canvas. */
  phone: boolean;
  /** The chosen step. */
  selected: string | undefined;
  select: (id: string | undefined) => void;
  panel: Panel;
  openPanel: (panel: Panel) => void;
  /** The steps that a test run or a replay went through, in order, and where it stands. */
  lit: { path: readonly string[]; at?: string | null | undefined };
  trial: Trial;
}
export interface Trial {
  run: TestState | undefined;
  setRun: (run: TestState | undefined) => void;
  replayed: Replay | undefined;
  setReplayed: (replay: Replay | undefined) => void;
}

const Context = createContext<Editor | undefined>(undefined);
export const EditorProvider = ({ editor, children }: { editor: Editor; children: ReactNode }) => (
  <Context value={editor}>{children}</Context>
);

export function useEditor(): Editor {
  const editor = use(Context);
  if (!editor) throw new Error('useEditor is for parts of the procedure editor');
  return editor;
}
