import { Alert } from '@mantine/core';
import { asProblem } from '@openteller/web-kit';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { millis } from '../../../shared/words.ts';
import type { PluginActions } from '../api/actions.ts';

/** What the connection said, in its own words. */
export function TestOutcome({ test }: { test: PluginActions['test'] }) {
  if (test.error) {
    const problem = asProblem(test.error);
    return (
      <Alert mt="md" color="red" icon={<IconAlertTriangle size={18} />} title={problem.title}>
        {problem.detail ?? 'The test could not be run.'}
      </Alert>
    );
  }
  if (!test.data) return null;
  const { ok, detail, millis: took } = test.data;
  return (
    <Alert
      mt="md"
      role="status"
      color={ok ? 'teal' : 'red'}
      icon={ok ? <IconCircleCheck size={18} /> : <IconAlertTriangle size={18} />}
      title={ok ? `The connection works (${millis(took)})` : `The connection does not work (${millis(took)})`}
    >
      {detail || (ok ? 'The system answered.' : 'The system gave no reason.')}
    </Alert>
  );
}
