import { Progress, Text } from '@mantine/core';
import { percent } from '../../../shared/words.ts';
import classes from './upload.module.css';

/** First the bytes travel (that has a measure), then the platform reads them (that has none). */
export function Sending({ file, share, what }: { file: File; share: number; what: 'reading' | 'storing' }) {
  const sent = share >= 1;
  const words =
    what === 'reading' ? 'Reading it and cutting it into passages' : 'Storing it and updating the search';
  return (
    <div className={classes.sending} role="status">
      <Text fw={600}>{file.name}</Text>
      <Progress
        value={sent ? 100 : share * 100}
        animated={sent}
        size="md"
        radius="xl"
        aria-label="Progress"
      />
      <Text size="sm" c="dimmed">
        {sent ? `${words}…` : `Sending, ${percent(share)}`}
      </Text>
    </div>
  );
}
