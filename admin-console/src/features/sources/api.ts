import {
  api,
  type ConversationSuggestion,
  type CrawlRun,
  type Site,
  type SiteFields,
} from '@openteller/web-kit';
import { queryOptions } from '@tanstack/react-query';
import { itemsOf, withLists } from '../../shared/with-lists.ts';

const SITES = '/api/v1/sources/sites';
const SUGGESTIONS = '/api/v1/sources/conversations';
const RUNNING_MILLIS = 1_500;

export const isRunning = (state: string | undefined): boolean =>
  state === 'RUNNING' || state === 'QUEUED' || state === 'CRAWLING';

export const sitesQuery = queryOptions({
  queryKey: ['sites'],
  queryFn: async ({ signal }) =>
    itemsOf(await api.get<{ items?: Site[] }>(SITES, { signal }), 'allowedHosts'),
  refetchInterval: (query) =>
    query.state.data?.some((site) => isRunning(site.state)) ? RUNNING_MILLIS : false,
});

const completeRun = (run: CrawlRun): CrawlRun => ({
  ...withLists(run, 'items'),
  done: run.done ?? 0,
  queued: run.queued ?? 0,
});

export const runsQuery = (site: string) =>
  queryOptions({
    queryKey: ['sites', site, 'runs'],
    queryFn: async ({ signal }) =>
      itemsOf(await api.get<{ items?: CrawlRun[] }>(`${SITES}/${site}/runs`, { signal })).map(completeRun),
    refetchInterval: (query) =>
      query.state.data?.some((run) => isRunning(run.state)) ? RUNNING_MILLIS : false,
  });

export const runQuery = (run: string) =>
  queryOptions({
    queryKey: ['sites', 'run', run],
    queryFn: async ({ signal }) =>
      completeRun(await api.get<CrawlRun>(`/api/v1/sources/runs/${run}`, { signal })),
    refetchInterval: (query) => (isRunning(query.state.data?.state) ? RUNNING_MILLIS : false),
  });

export const saveSite = (id: string | undefined, fields: SiteFields): Promise<Site> =>
  id ? api.put<Site>(`${SITES}/${id}`, fields) : api.post<Site>(SITES, fields);
export const deleteSite = (id: string): Promise<void> => api.delete(`${SITES}/${id}`);
export const crawlSite = (id: string): Promise<CrawlRun> => api.post<CrawlRun>(`${SITES}/${id}/crawl`, {});

export const suggestionsQuery = queryOptions({
  queryKey: ['conversation-suggestions'],
  queryFn: async ({ signal }) =>
    itemsOf(
      await api.get<{ items?: ConversationSuggestion[] }>(SUGGESTIONS, { signal, query: { limit: 50 } }),
    ).filter((each) => each.state === 'SUGGESTED'),
});

export const takeSuggestion = (
  id: string,
  pair: { question: string; answer: string },
): Promise<{ slug?: string } | undefined> => api.post(`${SUGGESTIONS}/${id}/take`, pair);
export const dismissSuggestion = (id: string): Promise<void> => api.post(`${SUGGESTIONS}/${id}/dismiss`, {});
