import { api } from '@openteller/web-kit';
import { queryOptions } from '@tanstack/react-query';

const PATH = '/api/v1/documents/categories';

/** How strictly documents of a category are held to. */
export interface CategoryRule {
  name: string;
  /** How many different people approve a version: 1 or 2. */
  approvals: number;
  /** How long after an approval somebody is to read it again. */
  reviewMonths: number;
}
interface Rules {
  items?: CategoryRule[];
}

export const rulesQuery = queryOptions({
  queryKey: ['category-rules'],
  queryFn: async ({ signal }) => (await api.get<Rules>(PATH, { signal })).items ?? [],
});

/** Sets those that are named; it counts for what is handed to review from then on. */
export const saveRules = async (items: CategoryRule[]) => (await api.put<Rules>(PATH, { items })).items ?? [];

/** Those that differ from what is stored, new ones too. */
export const changedRules = (stored: readonly CategoryRule[], wanted: readonly CategoryRule[]) =>
  wanted.filter((rule) => {
    const before = stored.find(({ name }) => name === rule.name);
    return before?.approvals !== rule.approvals || before.reviewMonths !== rule.reviewMonths;
  });

/** Why it cannot be a further category; absent when it can. */
export function nameProblem(name: string, rules: readonly CategoryRule[]): string | undefined {
  const wanted = name.trim().toLowerCase();
  if (wanted === '') return 'A category needs a name';
  if (rules.some((rule) => rule.name.toLowerCase() === wanted)) return 'There is a category of that name';
  return undefined;
}
