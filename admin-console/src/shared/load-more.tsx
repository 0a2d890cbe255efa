import { Button, Center, Text } from '@mantine/core';

interface LoadMoreProps {
  has: boolean;
  loading: boolean;
  onMore: () => void;
  /** What stands at the end: "That is all, 120 conversations". */
  end: string;
}

/** The next page comes by a click, never by scrolling: what is on screen stays where it is. */
export function LoadMore({ has, loading, onMore, end }: LoadMoreProps) {
  return (
    <Center py="md">
      {has ? (
        <Button variant="default" size="sm" loading={loading} onClick={onMore}>
          Load more
        </Button>
      ) : (
        <Text size="sm" c="dimmed">
          {end}
        </Text>
      )}
    </Center>
  );
}
