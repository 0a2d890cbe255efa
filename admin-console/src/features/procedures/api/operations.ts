import { api } from '@openteller/web-kit';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Schema } from '../model/scope.ts';
import type { Operation } from './types.ts';

export const operationsQuery = queryOptions({
  queryKey: ['operations'],
  staleTime: 300_000,
  queryFn: async ({ signal }) =>
    (await api.get<{ operations?: Operation[] }>('/api/v1/operations', { signal })).operations ?? [],
});

export interface Catalogue {
  all: readonly Operation[];
  /** Why it is not there. */
  failed: unknown;
  find: (name: string | undefined) => Operation | undefined;
  titleOf: (name: string) => string;
  outputs: (name: string) => Schema | undefined;
  /** Kinds of references that any operation gives. */
  kinds: string[];
}

export function useCatalogue(): Catalogue {
  const { data, error } = useQuery(operationsQuery);
  return useMemo(() => catalogueOf(data ?? [], data ? undefined : error), [data, error]);
}

export function catalogueOf(all: readonly Operation[], failed?: unknown): Catalogue {
  const byName = new Map(all.map((each) => [each.name, each]));
  const kinds = new Set<string>();
  for (const each of all) collect(each.output, kinds);
  return {
    all,
    failed,
    find: (name) => (name === undefined ? undefined : byName.get(name)),
    titleOf: (name) => byName.get(name)?.title ?? name,
    outputs: (name) => byName.get(name)?.output,
    kinds: [...kinds].sort(),
  };
}

function collect(schema: Schema | undefined, kinds: Set<string>): void {
  if (!schema) return;
  if (schema['x-reference']) kinds.add(schema['x-reference']);
  collect(schema.items, kinds);
  for (const each of Object.values(schema.properties ?? {})) collect(each, kinds);
}
