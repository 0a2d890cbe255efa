import { Button, TagsInput, TextInput } from '@mantine/core';
import { asProblem } from '@openteller/web-kit';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useCan } from '../../../shared/me.tsx';
import { useUnsaved } from '../../../shared/unsaved.tsx';
import { useChangeRegion } from '../api/change-region.ts';
import { type Region, regionsOf } from '../api/region.ts';
import classes from '../models.module.css';

export function RegionForm({ stored }: { stored: Region }) {
  const [region, setRegion] = useState(stored.region ?? '');
  const [allowed, setAllowed] = useState(stored.allowed);
  const change = useChangeRegion();
  const mayWrite = useCan('PLUGIN_WRITE');
  const changed = region.trim() !== (stored.region ?? '') || allowed.join(' ') !== stored.allowed.join(' ');
  useUnsaved(changed);
  const problem = change.error ? asProblem(change.error) : undefined;
  const wanted: Region = { ...(region.trim() ? { region: region.trim() } : {}), allowed, refused: [] };
  const where = regionsOf(wanted);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(wanted);
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        label="The bank is in"
        placeholder="Not said"
        maxLength={40}
        value={region}
        disabled={!mayWrite}
        onChange={(event) => setRegion(event.currentTarget.value)}
      />
      <TagsInput
        label="Models may also run in"
        description="With any here, these alone count"
        placeholder={allowed.length > 0 ? '' : 'Enter a region'}
        value={allowed}
        disabled={!mayWrite}
        onChange={setAllowed}
      />
      <p className={classes.sub} role="status">
        {where.length === 0 ? 'Models may run anywhere.' : `Models may run in ${where.join(', ')} alone.`}
      </p>
      {stored.refused.length > 0 && (
        <p className={classes.warnLine}>
          <IconAlertTriangle size={14} aria-hidden /> Not asked because of where they run:{' '}
          {stored.refused.join(', ')}
        </p>
      )}
      {problem && (
        <p className={classes.warnLine} role="alert">
          {[problem.title, problem.detail, ...problem.errors.map((each) => each.message)]
            .filter(Boolean)
            .join('. ')}
        </p>
      )}
      {mayWrite && (
        <Button type="submit" variant="default" disabled={!changed} loading={change.isPending}>
          Save the region
        </Button>
      )}
    </form>
  );
}
