import type { RJSFSchema, UiSchema } from '@rjsf/utils';

type Properties = Record<string, Record<string, unknown>>;
const propertiesOf = (schema: object): Properties => (schema as { properties?: Properties }).properties ?? {};

/** Fields that go in and never come out. */
export const secretFields = (schema: object): string[] =>
  Object.entries(propertiesOf(schema))
    .filter(([, rule]) => rule.writeOnly === true)
    .map(([name]) => name);

/**
 * A secret that is stored already may stay empty, so it is no longer required here; the platform still insists on it.
 * The page has the plugin's name and description above the form, so the schema's own are left out.
 */
export function schemaForForm(schema: Record<string, unknown>, secretsSet: readonly string[]): RJSFSchema {
  const required = Array.isArray(schema.required) ? (schema.required as string[]) : [];
  const { title: _title, description: _description, ...rest } = schema;
  return { ...rest, required: required.filter((name) => !secretsSet.includes(name)) } as RJSFSchema;
}

export function uiForForm(schema: object, secretsSet: readonly string[]): UiSchema {
  const ui: UiSchema = { 'ui:submitButtonOptions': { norender: true } };
  for (const name of secretFields(schema)) {
    const set = secretsSet.includes(name);
    ui[name] = {
      'ui:widget': 'password',
      'ui:autocomplete': 'new-password',
      'ui:placeholder': set ? 'Set. Leave empty to keep it' : 'Not set',
    };
  }
  for (const [name, rule] of Object.entries(propertiesOf(schema))) {
    // Set by what two people publish, and never by hand.
    if (rule.readOnly === true) ui[name] = { 'ui:widget': 'hidden' };
    // Above a checkbox, the description would stand where another field's label stands.
    if (rule.type === 'boolean' && rule.description)
      ui[name] = { 'ui:description': ' ', 'ui:help': rule.description };
  }
  return ui;
}

/** What to send: a secret that was left empty is left out, which keeps the stored one. */
export function settingsToSend(schema: object, data: Record<string, unknown>): Record<string, unknown> {
  const secrets = secretFields(schema);
  return Object.fromEntries(
    Object.entries(data).filter(
      ([name, value]) => value !== undefined && !(secrets.includes(name) && (value === '' || value === null)),
    ),
  );
}
