import {
  api,
  asProblem,
  type DocumentDetail,
  type DocumentUsage,
  type Impact,
  type VersionChecks,
  type VersionDiff,
  type VersionText,
} from '@openteller/web-kit';
import { queryOptions } from '@tanstack/react-query';
import { completeRow } from '../../shared/library-query.ts';
import { withLists } from '../../shared/with-lists.ts';

const RUNNING_MILLIS = 1_000;
const documentPath = (slug: string, rest = '') => `/api/v1/documents/${encodeURIComponent(slug)}${rest}`;
export const versionPath = (slug: string, version: number, rest = '') =>
  documentPath(slug, `/versions/${version}${rest}`);

export function completeDetail(raw: DocumentDetail): DocumentDetail {
  const versions = (raw.versions ?? [])
    .map((each) => ({ ...withLists(each, 'approvals'), passages: each.passages ?? 0 }))
    .sort((a, b) => b.version - a.version);
  return {
    ...completeRow(raw),
    versions,
    suggestions: { ...raw.suggestions, tags: raw.suggestions?.tags ?? [] },
  };
}

export const documentKey = (slug: string) => ['document', slug] as const;

export const documentQuery = (slug: string) =>
  queryOptions({
    queryKey: documentKey(slug),
    queryFn: async ({ signal }) =>
      completeDetail(await api.get<DocumentDetail>(documentPath(slug), { signal })),
  });

export const versionQuery = (slug: string, version: number) =>
  queryOptions({
    queryKey: [...documentKey(slug), 'version', version],
    queryFn: async ({ signal }) => {
      const raw = await api.get<VersionText>(versionPath(slug, version), { signal });
      const passages = (raw.passages ?? []).map((each, position) => ({
        ...each,
        position: each.position ?? position,
        heading: each.heading ?? '',
        text: each.text ?? '',
      }));
      return { ...raw, passages };
    },
  });

export const diffQuery = (slug: string, from: number, to: number) =>
  queryOptions({
    queryKey: [...documentKey(slug), 'diff', from, to],
    queryFn: async ({ signal }) =>
      withLists(
        await api.get<VersionDiff>(documentPath(slug, '/diff'), { signal, query: { from, to } }),
        'rows',
      ),
  });

/** Asked again every second while it runs. A version that was never previewed has asked nothing. */
export const impactQuery = (slug: string, version: number) =>
  queryOptions({
    queryKey: [...documentKey(slug), 'impact', version],
    queryFn: async ({ signal }): Promise<Impact> => {
      const raw = await api
        .get<Partial<Impact>>(versionPath(slug, version, '/impact'), { signal })
        .catch(absent);
      const changed = (raw?.changed ?? []).map((each) => ({
        ...each,
        before: withLists(each.before, 'citations'),
        after: withLists(each.after, 'citations'),
      }));
      const { asked = 0, done = 0, running = false, failed = false } = raw ?? {};
      return { asked, done, running, failed, changed };
    },
    refetchInterval: (query) => (query.state.data?.running ? RUNNING_MILLIS : false),
  });

export const checksQuery = (slug: string, version: number) =>
  queryOptions({
    queryKey: [...documentKey(slug), 'checks', version],
    queryFn: async ({ signal }): Promise<VersionChecks> => {
      const raw = await api.get<Partial<VersionChecks>>(
        `/api/v1/knowledge/checks/${encodeURIComponent(slug)}/${version}`,
        { signal },
      );
      return {
        nearDuplicates: raw.nearDuplicates ?? [],
        contradictions: (raw.contradictions ?? []).map((each) => withLists(each, 'claims')),
      };
    },
    staleTime: 60_000,
  });

export const usageQuery = (slug: string) =>
  queryOptions({
    queryKey: [...documentKey(slug), 'usage'],
    queryFn: async ({ signal }): Promise<DocumentUsage> => {
      // A document that no answer ever cited is not known there.
      const raw = await api
        .get<Partial<DocumentUsage>>(`/api/v1/knowledge/usage/${encodeURIComponent(slug)}`, { signal })
        .catch(absent);
      const { cited = 0, resolved = 0, recontacted = 0, thumbsDown = 0, byDay = [], title = '' } = raw ?? {};
      return { ...raw, slug, title, cited, resolved, recontacted, thumbsDown, byDay };
    },
  });

const absent = (error: unknown): undefined => {
  if (asProblem(error).status === 404) return undefined;
  throw error;
};

export type Step = 'submit' | 'approve' | 'reject' | 'withdraw' | 'revoke' | 'roll-back';

/** @returns the document as it is afterwards */
export const takeStep = async (slug: string, version: number, step: Step, body: object) =>
  completeDetail(await api.post<DocumentDetail>(versionPath(slug, version, `/${step}`), body));

export const saveText = (
  slug: string,
  version: number,
  text: { markdown: string; changeNote?: string },
): Promise<unknown> => api.put(versionPath(slug, version), text);

/** The next version of a document, as a draft. */
export const writeVersion = async (
  document: DocumentDetail,
  text: { markdown: string },
): Promise<DocumentDetail> => {
  const { slug, title, category, language } = document;
  return completeDetail(
    await api.post<DocumentDetail>('/api/v1/documents/text', { slug, title, category, language, ...text }),
  );
};

export const saveAbout = async (slug: string, about: object) =>
  completeDetail(await api.put<DocumentDetail>(documentPath(slug), about));

/** @returns the document as it is afterwards */
export const setArchived = async (slug: string, archived: boolean) =>
  completeDetail(await api.post<DocumentDetail>(documentPath(slug, archived ? '/archive' : '/restore'), {}));

export const startImpact = (slug: string, version: number): Promise<unknown> =>
  api.post(versionPath(slug, version, '/impact'), {});
