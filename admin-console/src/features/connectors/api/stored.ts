import { api } from '@openteller/web-kit';
import { queryOptions } from '@tanstack/react-query';
import type { Connector, Sheet, Workbench } from '../model/types.ts';
import type { Found } from './connectors.ts';

const BASE = '/api/v1/connectors';
const pathOf = (id: string, rest = ''): string => `${BASE}/${encodeURIComponent(id)}${rest}`;

export interface ConnectorRow {
  id: string;
  /** Several are at once. */
  inUse: boolean;
  title?: string | null;
  operations: number;
  published?: { version: number; publishedAt: string; askedBy: string; approvedBy: string } | null;
  draft?: { changedAt: string; changedBy: string } | null;
  waiting?: { askedBy: string; askedAt: string; mine: boolean } | null;
  findings: number;
}
/** @property connector only of one that is not kept here: somebody put it into the plugin by hand once */
export interface Running {
  name: string;
  version: number;
  connector?: Connector | null;
}
export interface Version {
  version: number;
  publishedAt: string;
  askedBy: string;
  approvedBy: string;
  comment?: string;
}
export interface Waiting {
  askedBy: string;
  askedAt: string;
  etag: string;
  comment?: string;
  mine: boolean;
  connector: Connector;
}
export interface StoredConnector {
  id: string;
  inUse: boolean;
  published?: (Version & { connector: Connector; workbench?: Workbench }) | null;
  draft?: {
    etag: string;
    changedAt: string;
    changedBy: string;
    connector: Connector;
    workbench?: Workbench;
    findings?: Found[];
  } | null;
  waiting?: Waiting | null;
  refused?: { by: string; at: string; reason?: string } | null;
  running?: Running | null;
}

export const connectorsQuery = queryOptions({
  queryKey: ['connectors', 'all'],
  queryFn: async ({ signal }) => {
    const raw = await api.get<{ connectors?: ConnectorRow[]; running?: Running | null }>(BASE, { signal });
    return {
      connectors: (raw.connectors ?? []).map((one) => ({ ...one, inUse: one.inUse === true })),
      running: raw.running ?? undefined,
    };
  },
});

export const readConnector = (id: string, signal?: AbortSignal): Promise<StoredConnector> =>
  api.get<StoredConnector>(pathOf(id), { ...(signal && { signal }) });

export const connectorQuery = (id: string) =>
  queryOptions({
    queryKey: ['connectors', 'one', id],
    queryFn: ({ signal }) => readConnector(id, signal),
    // What is being edited must not be replaced under the editor's hands.
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** @param etag of the draft that this one follows; nothing when there was none */
export async function putDraft(id: string, sheet: Sheet, etag: string | undefined) {
  const raw = await api.put<{ etag: string; findings?: Found[] }>(
    pathOf(id, '/draft'),
    { connector: sheet.definition, workbench: sheet.layout },
    { headers: etag ? { 'If-Match': `"${etag}"` } : {} },
  );
  return { etag: raw.etag, findings: raw.findings ?? [] };
}

export const takeOutOfUse = (id: string): Promise<unknown> => api.delete(pathOf(id, '/use'));
export const deleteDraft = (id: string): Promise<unknown> => api.delete(pathOf(id, '/draft'));
export const rename = (id: string, name: string, etag: string): Promise<unknown> =>
  api.post(pathOf(id, '/rename'), { name, etag });
export const askForPublication = (id: string, etag: string, comment: string): Promise<unknown> =>
  api.post(pathOf(id, '/publication'), { etag, comment });
export const approve = (id: string, etag: string): Promise<StoredConnector> =>
  api.post<StoredConnector>(pathOf(id, '/publication/approval'), { etag });
export const refuse = (id: string, reason: string): Promise<unknown> =>
  api.post(pathOf(id, '/publication/refusal'), { reason });
export const exportPath = (id: string, version: number | 'draft'): string =>
  pathOf(id, `/export?version=${version}`);

export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['connectors', 'versions', id],
    queryFn: async ({ signal }) =>
      (await api.get<{ versions?: Version[] }>(pathOf(id, '/versions'), { signal })).versions ?? [],
  });

/** A version never changes. */
export const versionQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['connectors', 'versions', id, version],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      api.get<{ connector: Connector; workbench?: Workbench }>(pathOf(id, `/versions/${version}`), {
        signal,
      }),
  });

export interface WireExchange {
  method: string;
  address: string;
  headers?: Record<string, string>;
  body?: string;
  status?: number | null;
  answer?: string | null;
  fault?: string | null;
  millis: number;
}
export interface LiveTried {
  outcome: 'DONE' | 'NOT_FOUND' | 'REFUSED' | 'UNAVAILABLE' | 'FAILED';
  detail?: string | null;
  millis: number;
  exchanges?: WireExchange[];
  result?: { kind: string; value?: unknown; message?: string | null } | null;
  faults?: string[];
}
export const tryLive = (wanted: {
  connector: Connector;
  operation: string;
  customerRef: string;
  arguments: unknown;
  testSystem: boolean;
}): Promise<LiveTried> => api.post<LiveTried>(`${BASE}/trial`, wanted);
