import { type AuditEvent, type AuditVerdict, api, type Page } from '@openteller/web-kit';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';

const PAGE = 100;

/** @param before shows events below this number only */
export const auditQuery = (filter: { action?: string | undefined; before?: number | undefined }) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    initialPageParam: filter.before,
    queryFn: ({ signal, pageParam }) =>
      api.get<Partial<Page<AuditEvent>>>('/api/v1/audit', {
        signal,
        query: { action: filter.action, before: pageParam, limit: PAGE },
      }),
    getNextPageParam: (page) =>
      page.next === undefined || page.next === null ? undefined : Number(page.next),
    placeholderData: keepPreviousData,
  });

export const verify = (): Promise<AuditVerdict> => api.post<AuditVerdict>('/api/v1/audit/verify');
