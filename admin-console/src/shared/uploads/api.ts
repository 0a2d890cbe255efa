import { api, type Upload } from '@openteller/web-kit';
import { queryOptions } from '@tanstack/react-query';
import { withLists } from '../with-lists.ts';

export const UPLOADS = '/api/v1/sources/uploads';
const RUNNING_MILLIS = 700;

const complete = (raw: Upload): Upload => ({
  ...withLists(raw, 'items'),
  files: raw.files ?? 0,
  done: raw.done ?? 0,
  failed: raw.failed ?? 0,
});

export const uploadQuery = (id: string) =>
  queryOptions({
    queryKey: ['uploads', id],
    queryFn: async ({ signal }) => complete(await api.get<Upload>(`${UPLOADS}/${id}`, { signal })),
    refetchInterval: (query) => (query.state.data?.state === 'RUNNING' ? RUNNING_MILLIS : false),
  });

export const uploadsQuery = (limit: number) =>
  queryOptions({
    queryKey: ['uploads', 'all', limit],
    queryFn: async ({ signal }) =>
      ((await api.get<{ items?: Upload[] }>(UPLOADS, { signal, query: { limit } })).items ?? []).map(
        complete,
      ),
    refetchInterval: (query) =>
      query.state.data?.some((each) => each.state === 'RUNNING') ? RUNNING_MILLIS * 2 : false,
  });

export const cancelUpload = (id: string): Promise<void> => api.post(`${UPLOADS}/${id}/cancel`);
