import { Alert, Badge, Button, Group } from '@mantine/core';
import { asProblem, type Plugin, toast } from '@openteller/web-kit';
import Form from '@rjsf/mantine';
import { deepEquals, type ErrorSchema, getDefaultFormState } from '@rjsf/utils';
import { IconAlertTriangle, IconPlugConnected } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useCan } from '../../../shared/me.tsx';
import { PermitButton } from '../../../shared/permitted.tsx';
import type { PluginActions } from '../api/actions.ts';
import classes from '../plugins.module.css';
import { settingTitle } from '../words.ts';
import { interpretedValidator } from './interpreted-validator.ts';
import { schemaForForm, secretFields, settingsToSend, uiForForm } from './secrets.ts';

interface SettingsFormProps {
  plugin: Plugin;
  actions: PluginActions;
  /** Told when what is in the form differs from what is stored. */
  onChanged: (changed: boolean) => void;
}

/** The plugin's own schema as a form. Stored secrets never arrive here; the form only knows that they exist. */
export function SettingsForm({ plugin, actions, onChanged }: SettingsFormProps) {
  const [data, setData] = useState<Record<string, unknown>>(plugin.settings);
  const [changed, setChanged] = useState(false);
  const readOnly = !useCan('PLUGIN_WRITE');
  const schema = useMemo(() => schemaForForm(plugin.settingsSchema, plugin.secretsSet), [plugin]);
  const ui = useMemo(() => uiForForm(plugin.settingsSchema, plugin.secretsSet), [plugin]);
  const secrets = secretFields(plugin.settingsSchema);
  const { save, test } = actions;
  const problem = save.error ? asProblem(save.error) : undefined;
  const mark = (now: boolean) => {
    setChanged(now);
    onChanged(now);
  };
  const change = (next: Record<string, unknown>) => {
    setData(next);
    save.reset();
    const sent = settingsToSend(plugin.settingsSchema, next);
    // The form fills in the schema's own defaults by itself: that is no change of anybody's.
    const stored = getDefaultFormState(interpretedValidator, schema, plugin.settings, schema);
    mark(!deepEquals(sent, settingsToSend(plugin.settingsSchema, stored as Record<string, unknown>)));
  };
  return (
    <>
      {secrets.length > 0 && (
        <ul className={classes.secrets} aria-label="Secrets">
          {secrets.map((name) => (
            <li key={name}>
              {settingTitle(plugin.settingsSchema, name)}
              <Badge
                size="sm"
                radius="sm"
                tt="none"
                variant="light"
                color={plugin.secretsSet.includes(name) ? 'teal' : 'gray'}
              >
                {plugin.secretsSet.includes(name) ? 'set' : 'not set'}
              </Badge>
            </li>
          ))}
        </ul>
      )}
      <Form
        schema={schema}
        uiSchema={ui}
        formData={data}
        validator={interpretedValidator}
        // The inputs show their own error; the default template would print it a second time.
        templates={{ FieldErrorTemplate: () => null }}
        extraErrors={serverErrors(problem?.errors)}
        showErrorList={false}
        noHtml5Validate
        focusOnFirstError
        // The fields say it; without this the library writes to the console as well.
        onError={() => undefined}
        disabled={readOnly}
        idPrefix="settings"
        onChange={({ formData }) => change((formData ?? {}) as Record<string, unknown>)}
        onSubmit={({ formData }) =>
          save.mutate(settingsToSend(plugin.settingsSchema, (formData ?? {}) as Record<string, unknown>), {
            onSuccess: (saved) => {
              setData(saved.settings ?? {});
              mark(false);
              toast(
                saved.pending
                  ? 'Saved. A second person has to approve the other hosts'
                  : `The settings of ${plugin.name} are saved`,
              );
            },
          })
        }
      >
        {problem && (
          <Alert mt="md" color="red" icon={<IconAlertTriangle size={18} />} title={problem.title}>
            {problem.errors.length > 0
              ? problem.errors
                  .map((each) => `${settingTitle(plugin.settingsSchema, each.field)}: ${each.message}`)
                  .join('. ')
              : (problem.detail ?? 'Nothing was saved.')}
          </Alert>
        )}
        <Group mt="lg" gap="sm">
          <Button
            type="submit"
            loading={save.isPending}
            disabled={readOnly || !changed}
            title={readOnly ? 'Needs the permission “Configure plugins”' : undefined}
          >
            Save settings
          </Button>
          <PermitButton
            needs="PLUGIN_WRITE"
            variant="default"
            leftSection={<IconPlugConnected size={16} />}
            loading={test.isPending}
            onClick={() => test.mutate(changed ? settingsToSend(plugin.settingsSchema, data) : undefined)}
          >
            Test connection
          </PermitButton>
          {changed && (
            <span className={classes.unsaved}>Not saved yet; the test uses what is in the form</span>
          )}
        </Group>
      </Form>
    </>
  );
}

function serverErrors(errors: readonly { field: string; message: string }[] | undefined): ErrorSchema {
  return Object.fromEntries(
    (errors ?? []).map(({ field, message }) => [field, { __errors: [message] }]),
  ) as ErrorSchema;
}
