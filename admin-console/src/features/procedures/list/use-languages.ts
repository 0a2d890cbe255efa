import { useMe } from '../../../shared/me.tsx';

/** The reader's own language first. */
export function useLanguages(): string[] {
  const { bank } = useMe();
  return [...new Set([bank.locale.split('-')[0] ?? 'en', 'en'])];
}
