import { Button, Group } from '@mantine/core';
import { ErrorState, Problem } from '@openteller/web-kit';

const HINTS: Record<string, string> = {
  DOCUMENT_UNREADABLE:
    'It may be damaged, protected by a password, or a scan without text. Open it, save it anew (for a PDF: with text), and try again.',
};

/** Why this file was not taken, in words that help; nothing of it was stored. */
export function Refused(props: { file: File; problem: Problem; onAgain: () => void; onOther: () => void }) {
  const { file, problem, onAgain, onOther } = props;
  const hint = HINTS[problem.code];
  const shown = hint
    ? new Problem({
        status: problem.status,
        code: problem.code,
        title: problem.title,
        detail: [problem.detail, hint].filter(Boolean).join(' '),
      })
    : problem;
  return (
    <>
      <ErrorState error={shown} title={`“${file.name}” was not taken`} compact />
      <Group justify="center" mt="sm">
        {problem.worthRetrying && (
          <Button variant="default" onClick={onAgain}>
            Try again
          </Button>
        )}
        <Button onClick={onOther}>Choose another file</Button>
      </Group>
    </>
  );
}
