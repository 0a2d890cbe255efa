import {
  api,
  type IntentDetail,
  type IntentExample,
  type IntentModel,
  type IntentScope,
  type IntentSuggestion,
  type Items,
  type ModelReport,
  type Tier,
  type TrainingRun,
  type Understood,
} from '@openteller/web-kit';
import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { INTENTS } from '../../shared/intents-query.ts';

const BASE = INTENTS;
const pathOf = (name: string, rest = '') => `${BASE}/${encodeURIComponent(name)}${rest}`;
const RUNNING_MILLIS = 1_000;

export const intentQuery = (name: string) =>
  queryOptions({
    queryKey: ['intents', 'one', name],
    queryFn: ({ signal }) => api.get<IntentDetail>(pathOf(name), { signal }),
  });

/** Asked again every second while a training runs. */
export const trainingQuery = queryOptions({
  queryKey: ['intents', 'training'],
  queryFn: async ({ signal }) =>
    (await api.get<{ run?: TrainingRun }>(`${BASE}/training`, { signal })).run ?? null,
  refetchInterval: (query) => (query.state.data?.state === 'RUNNING' ? RUNNING_MILLIS : false),
});

export const modelsQuery = queryOptions({
  queryKey: ['intents', 'models'],
  queryFn: async ({ signal }) => (await api.get<Items<IntentModel>>(`${BASE}/models`, { signal })).items,
});

export const reportQuery = (model: number) =>
  queryOptions({
    queryKey: ['intents', 'report', model],
    queryFn: ({ signal }) => api.get<ModelReport>(`${BASE}/models/${model}/report`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const suggestionsQuery = queryOptions({
  queryKey: ['intents', 'suggestions'],
  queryFn: async ({ signal }) =>
    (await api.get<Items<IntentSuggestion>>(`${BASE}/suggestions`, { signal })).items,
});

export const tryQuery = (text: string, model: number | undefined) =>
  queryOptions({
    queryKey: ['intents', 'try', model ?? 'live', text],
    queryFn: ({ signal }) => api.post<Understood>(`${BASE}/try`, { text, model }, { signal }),
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
  });

export const scopeQuery = queryOptions({
  queryKey: ['intents', 'scope'],
  queryFn: ({ signal }) => api.get<IntentScope>(`${BASE}/scope`, { signal }),
});

/** Whatever was taught or published may show anywhere on these pages. */
export const refresh = (queries: QueryClient): Promise<void> =>
  queries.invalidateQueries({ queryKey: ['intents'] });

/** @param threshold null takes the likeliest intent in any case */
export const putScope = (threshold: number | null): Promise<{ release: number }> =>
  api.put(`${BASE}/scope`, { threshold });
export const putIntent = (name: string, title: string, tier: Tier): Promise<IntentDetail> =>
  api.put<IntentDetail>(pathOf(name), { title, tier });
export const deleteIntent = (name: string): Promise<void> => api.delete(pathOf(name));
export const addExample = (name: string, text: string, language?: string): Promise<IntentExample> =>
  api.post<IntentExample>(pathOf(name, '/examples'), { text, language });
export const removeExample = (name: string, id: string): Promise<void> =>
  api.delete(pathOf(name, `/examples/${id}`));
export const startTraining = (): Promise<{ run?: TrainingRun }> => api.post(`${BASE}/training`, {});
export const publishModel = (model: number): Promise<{ release: number }> =>
  api.post(`${BASE}/models/${model}/publish`, {});
export const rollBackTo = (model: number): Promise<{ release: number }> =>
  api.post(`${BASE}/models/${model}/roll-back`, {});
export const acceptSuggestion = (id: string, intent?: string): Promise<void> =>
  api.post(`${BASE}/suggestions/${id}/accept`, { intent });
export const declineSuggestion = (id: string): Promise<void> =>
  api.post(`${BASE}/suggestions/${id}/decline`, {});
