import { Select, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../shared/loaded.tsx';
import { useCan } from '../../../shared/me.tsx';
import { Card } from '../../../shared/page.tsx';
import { useChangeRegion } from '../api/change-region.ts';
import { regionQuery } from '../api/region.ts';
import classes from '../models.module.css';

const ANY = '';

/** Where models may stand that see this bank's questions. */
export function RegionCard() {
  const region = useQuery(regionQuery);
  const change = useChangeRegion();
  const mayWrite = useCan('PLUGIN_WRITE');
  return (
    <Card title="Region" hint="A model outside it is refused, whatever a route says">
      <Loaded
        query={region}
        title="The region could not be loaded"
        waiting={<Skeleton height={60} radius="md" />}
        compact
      >
        {(data) => (
          <Select
            label="Models may stand in"
            allowDeselect={false}
            disabled={!mayWrite || change.isPending}
            value={data.region ?? ANY}
            data={[
              { value: ANY, label: 'Any region' },
              ...[...new Set([...data.allowed, ...(data.region ? [data.region] : [])])].map((each) => ({
                value: each,
                label: each,
              })),
            ]}
            onChange={(value) => change.mutate(value || null)}
          />
        )}
      </Loaded>
      {!mayWrite && <p className={classes.sub}>Needs the permission “Configure plugins”.</p>}
    </Card>
  );
}
