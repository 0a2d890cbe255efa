import { EmptyState, type Models } from '@openteller/web-kit';
import { IconCpu } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { Card } from '../../../shared/page.tsx';
import { Providers } from './providers.tsx';
import { UsageCharts } from './usage-charts.tsx';

export function Overview({ models }: { models: Models }) {
  const navigate = useNavigate();
  if (models.providers.length === 0) {
    return (
      <Card>
        <EmptyState
          kind="first"
          icon={<IconCpu size={26} stroke={1.6} />}
          title="No model is connected"
          text="Answers are made of the documents' own sentences. To let a model help, enable a plugin that offers models."
          action={{
            label: 'Open the plugins',
            run: () => void navigate({ to: '/plugins', search: { kind: 'llm' } }),
          }}
        />
      </Card>
    );
  }
  return (
    <>
      <Providers providers={models.providers} />
      <UsageCharts models={models} />
    </>
  );
}
