import { TextInput } from '@mantine/core';
import { useState } from 'react';
import inspector from '../inspector/inspector.module.css';

interface NameFieldProps {
  name: string;
  problem: (next: string) => string | undefined;
  onRename: (next: string) => void;
}

/** A name that is written in full before it counts: whatever reads it is rewritten with it. */
export function NameField({ name, problem, onRename }: NameFieldProps) {
  const [written, setWritten] = useState<string>();
  const wrong = written === undefined ? undefined : problem(written);
  const done = () => {
    // A name that cannot be stays in sight with the reason.
    if (written === undefined || wrong) return;
    setWritten(undefined);
    if (written !== name) onRename(written);
  };
  return (
    <TextInput
      size="xs"
      label="Name"
      spellCheck={false}
      classNames={{ input: inspector.code ?? '' }}
      value={written ?? name}
      error={wrong}
      onChange={(event) => setWritten(event.currentTarget.value)}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === 'Enter') done();
        if (event.key === 'Escape' && wrong) {
          // Only what cannot be is given up, not the panel.
          event.stopPropagation();
          setWritten(undefined);
        } else if (event.key === 'Escape') done();
      }}
    />
  );
}
