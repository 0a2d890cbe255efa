import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../shared/loaded.tsx';
import { Card } from '../../../shared/page.tsx';
import { regionQuery } from '../api/region.ts';
import { RegionForm } from './region-form.tsx';

/** Where models may stand that see this bank's questions. */
export function RegionCard() {
  const region = useQuery(regionQuery);
  return (
    <Card title="Region" hint="A model outside it is refused, whatever a route says">
      <Loaded
        query={region}
        title="The region could not be loaded"
        waiting={<Skeleton height={200} radius="md" />}
        compact
      >
        {(data) => <RegionForm stored={data} />}
      </Loaded>
    </Card>
  );
}
