import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { ModelsSearch } from './search.ts';

type Change = { [K in keyof ModelsSearch]: ModelsSearch[K] | undefined };

/** What is chosen on the page of models stands in its address. */
export function useModelsSearch(): [ModelsSearch, (change: Change) => void] {
  const search = useSearch({ from: '/models' });
  const navigate = useNavigate({ from: '/models' });
  const set = useCallback(
    (change: Change) =>
      void navigate({ search: (now) => ({ ...now, ...change }) as ModelsSearch, replace: true }),
    [navigate],
  );
  return [search, set];
}
