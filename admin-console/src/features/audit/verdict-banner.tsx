import { Alert, Button, Group } from '@mantine/core';
import { type AuditVerdict, asProblem } from '@openteller/web-kit';
import { IconAlertTriangle, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { count, plural } from '../../shared/words.ts';

interface VerdictBannerProps {
  verdict: AuditVerdict | undefined;
  error: Error | null;
  onShow: (number: number) => void;
}

/** The result of the check, in a sentence that can be quoted. */
export function VerdictBanner({ verdict, error, onShow }: VerdictBannerProps) {
  if (error) {
    const problem = asProblem(error);
    return (
      <Alert
        mb="md"
        radius="lg"
        color="red"
        icon={<IconAlertTriangle size={20} />}
        title="The chain could not be checked"
      >
        {problem.title}. {problem.detail}
      </Alert>
    );
  }
  if (!verdict) return null;
  const { intact, events, firstBroken } = verdict;
  if (intact) {
    return (
      <Alert
        mb="md"
        radius="lg"
        color="teal"
        icon={<IconShieldCheck size={20} />}
        title="The chain is intact"
        role="status"
      >
        {plural(events, 'event')} checked, each fits the one before it.
      </Alert>
    );
  }
  return (
    <Alert mb="md" radius="lg" color="red" icon={<IconShieldX size={20} />} title="The chain is broken">
      <Group justify="space-between">
        <span>
          {firstBroken === undefined
            ? `${plural(events, 'event')} checked; some do not fit together.`
            : `Event ${count(firstBroken)} is the first that does not fit the one before it. It, or the one before, was altered or removed after it was written. Everything up to there is sound.`}
        </span>
        {firstBroken !== undefined && (
          <Button size="xs" variant="default" onClick={() => onShow(firstBroken)}>
            Show event {count(firstBroken)}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
