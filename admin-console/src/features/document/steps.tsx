import { type DocumentDetail, type DocumentVersion, toast, toastProblem } from '@openteller/web-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { documentKey, type Step, takeStep } from './api.ts';

const DONE: Record<Step, (version: DocumentVersion, after: DocumentVersion | undefined) => string> = {
  submit: () => 'Submitted: somebody else can approve it now',
  withdraw: () => 'Withdrawn: it is a draft again',
  approve: ({ version }, after) =>
    after?.standing === 'EFFECTIVE'
      ? `Version ${version} is in force`
      : after?.standing === 'SCHEDULED'
        ? `Version ${version} is approved and begins on its day`
        : 'Your approval is recorded; another person has to approve as well',
  reject: () => 'Sent back to its author',
  revoke: ({ version }) => `Version ${version} is out of all answers`,
  'roll-back': ({ version }) => `A copy of version ${version} waits for review`,
};

/** Nothing is shown before the platform has done it: an approval that did not happen must never look like one. */
export function useStep(document: DocumentDetail, version: DocumentVersion) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ step, body }: { step: Step; body: object }) =>
      takeStep(document.slug, version.version, step, body),
    onSuccess: (detail, { step }) => {
      queries.setQueryData(documentKey(document.slug), detail);
      const after = detail.versions.find((each) => each.version === version.version);
      toast(DONE[step](version, after));
    },
    onError: (error) => toastProblem(error, 'Nothing was changed'),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: documentKey(document.slug) });
      void queries.invalidateQueries({ queryKey: ['documents'] });
    },
  });
}
