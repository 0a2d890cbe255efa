import { Alert, Button, Group } from '@mantine/core';
import { asProblem, type Plugin, type PluginBounds, toast } from '@openteller/web-kit';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { NumberField } from '../../../shared/forms/number-field.tsx';
import { useCan } from '../../../shared/me.tsx';
import { Card } from '../../../shared/page.tsx';
import { useUnsaved } from '../../../shared/unsaved.tsx';
import { millis } from '../../../shared/words.ts';
import { useSetBounds } from '../api/bounds.ts';
import classes from '../plugins.module.css';

const NAMES = ['timeoutMillis', 'callsPerSecond', 'callsAtOnce'] as const;

/** A bank may give a plugin less than it asks for, never more. */
export function BoundsCard({ plugin }: { plugin: Plugin }) {
  const { bounds = {}, resources } = plugin;
  const [draft, setDraft] = useState<PluginBounds>(bounds);
  const save = useSetBounds(plugin.id);
  const mayWrite = useCan('PLUGIN_WRITE');
  const changed = NAMES.some((name) => draft[name] !== bounds[name]);
  useUnsaved(changed);
  if (!resources) return null;
  const problem = save.error ? asProblem(save.error) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(draft, {
      onSuccess: (saved) => {
        setDraft(saved.bounds ?? {});
        toast(`The limits of ${plugin.name} are saved`);
      },
    });
  };
  const field = (name: (typeof NAMES)[number], label: string, unit: string) => (
    <NumberField
      label={label}
      hint={`At most ${unit === 'ms' ? millis(resources[name]) : (resources[name] ?? 'what it asks for')}`}
      none="What it asks for"
      min={1}
      {...(resources[name] === undefined ? {} : { max: resources[name] })}
      {...(unit ? { suffix: ` ${unit}` } : {})}
      value={draft[name]}
      disabled={!mayWrite}
      onChange={(value) => setDraft({ ...draft, [name]: value })}
    />
  );
  return (
    <Card title="Limits at your bank" hint="Never more than the plugin asks for" className={classes.readable}>
      <form onSubmit={submit}>
        <div className={classes.bounds}>
          {field('timeoutMillis', 'Time for a call', 'ms')}
          {field('callsPerSecond', 'Calls a second', '')}
          {field('callsAtOnce', 'Calls at once', '')}
        </div>
        {problem && (
          <Alert mt="md" color="red" icon={<IconAlertTriangle size={18} />} title={problem.title}>
            {problem.errors.map((each) => each.message).join('. ') || problem.detail}
          </Alert>
        )}
        {mayWrite && (
          <Group mt="md">
            <Button type="submit" variant="default" disabled={!changed} loading={save.isPending}>
              Save limits
            </Button>
          </Group>
        )}
      </form>
    </Card>
  );
}
