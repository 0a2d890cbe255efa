import { Button, FileButton, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { ACCEPTED } from './send-file.ts';
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
      <Text fw={650}>Drop documents here</Text>
      <Text size="sm" c="dimmed" ta="center" maw={380}>
        Markdown, HTML, PDF, Word or plain text, up to 20 MB. You see the passages before anything is stored.
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
