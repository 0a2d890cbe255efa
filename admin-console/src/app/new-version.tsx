import { Button, Dialog, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';

/** After an update the parts of the old page are gone: offer the new one instead of a broken screen. */
export function NewVersion() {
  const [found, setFound] = useState(false);
  useEffect(() => {
    const onMissingPart = (event: Event) => {
      event.preventDefault();
      setFound(true);
    };
    window.addEventListener('vite:preloadError', onMissingPart);
    return () => window.removeEventListener('vite:preloadError', onMissingPart);
  }, []);
  return (
    <Dialog opened={found} size="md" radius="lg" role="alertdialog" aria-label="New version">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">The admin console was updated. Reload to go on.</Text>
        <Button size="xs" onClick={() => window.location.reload()}>
          Reload
        </Button>
      </Group>
    </Dialog>
  );
}
