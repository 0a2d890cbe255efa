import { Button, Dialog, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';

/** A new release removes the old page parts: say so instead of failing, and let people choose the moment. */
export function NewVersion() {
  const [found, setFound] = useState(false);
  useEffect(() => {
    const onMissing = (event: Event) => {
      event.preventDefault();
      setFound(true);
    };
    window.addEventListener('vite:preloadError', onMissing);
    return () => window.removeEventListener('vite:preloadError', onMissing);
  }, []);
  return (
    <Dialog opened={found} size="md" radius="lg" role="alertdialog" aria-label="New version">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">A new version of the agent center is here.</Text>
        <Button size="xs" onClick={() => window.location.reload()}>
          Reload
        </Button>
      </Group>
    </Dialog>
  );
}
