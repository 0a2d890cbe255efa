import { EmptyState } from '@openteller/web-kit';
import { IconCompass } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { Page } from './page.tsx';

export function NotFoundPage() {
  const navigate = useNavigate();
  return (
    <Page title="There is no such page">
      <EmptyState
        kind="none"
        icon={<IconCompass size={26} stroke={1.6} />}
        title="404: nothing lives at this address"
        text="The link may be old, or the thing was removed. Mod+K finds every section by name."
        action={{ label: 'Back to the start', run: () => void navigate({ to: '/' }) }}
      />
    </Page>
  );
}
