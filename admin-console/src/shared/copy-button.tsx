import { Button, type ButtonProps } from '@mantine/core';
import { toast, toastProblem } from '@openteller/web-kit';
import { IconCopy } from '@tabler/icons-react';

/** Puts text on the clipboard and says so. */
export function CopyButton({ text, label, ...button }: { text: () => string; label: string } & ButtonProps) {
  const copy = () => {
    navigator.clipboard
      .writeText(text())
      .then(() => toast('Copied'))
      .catch((error: unknown) => toastProblem(error, 'The browser did not allow copying'));
  };
  return (
    <Button variant="default" size="xs" leftSection={<IconCopy size={14} />} {...button} onClick={copy}>
      {label}
    </Button>
  );
}
