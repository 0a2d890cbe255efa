import { Button, FileButton, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { ACCEPTED } from './send-files.ts';
import classes from './upload.module.css';

/** A drop area that is a file chooser as well. */
export function Choose({ onFiles }: { onFiles: (files: File[]) => void }) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <section
      className={classes.drop}
      aria-label="Drop files here"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span className={classes.dropIcon} aria-hidden>
        <IconFileUpload size={28} stroke={1.6} />
      </span>
      <Text fw={650}>Drop files or a ZIP here</Text>
      <Text size="sm" c="dimmed" ta="center" maw={380}>
        PDF, Word, Excel or CSV lists of questions and answers, HTML, Markdown, plain text. Each becomes a
        draft; nothing is used before somebody approves it.
      </Text>
      <FileButton multiple accept={ACCEPTED.join(',')} onChange={onFiles}>
        {(props) => (
          <Button {...props} mt="xs" size="sm">
            Choose files
          </Button>
        )}
      </FileButton>
    </section>
  );
}
