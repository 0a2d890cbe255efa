import { useQuery } from '@tanstack/react-query';
import { versionQuery } from '../api/versions.ts';
import { useEditor } from '../editor/context.tsx';
import type { Sheet } from '../model/definition.ts';

/** @param which a version's number, or `draft` */
export function useSheetOf(id: string, which: string): Sheet | undefined {
  const { draft } = useEditor();
  const number = Number(which);
  const stored = useQuery({ ...versionQuery(id, number), enabled: Number.isInteger(number) && number > 0 });
  return which === 'draft' ? draft.sheet : stored.data;
}
