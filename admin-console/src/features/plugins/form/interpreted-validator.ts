import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema';
import {
  createErrorHandler,
  type RJSFSchema,
  type RJSFValidationError,
  toErrorSchema,
  unwrapErrorHandler,
  type ValidatorType,
  validationDataMerge,
} from '@rjsf/utils';
import { sentence } from './sentences.ts';

/** Keywords that only pass on what a deeper entry already says. */
const CARRIERS = new Set([
  'properties',
  'patternProperties',
  'items',
  'prefixItems',
  'allOf',
  'anyOf',
  'oneOf',
  'if',
  'then',
  'else',
  '$ref',
  'dependentSchemas',
]);

const asJson = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

function toError(unit: OutputUnit, schema: RJSFSchema): RJSFValidationError {
  const path = unit.instanceLocation.replace(/^#/, '').split('/').filter(Boolean);
  const missing = unit.keyword === 'required' ? /"([^"]+)"/.exec(unit.error)?.[1] : undefined;
  const property = [...path, ...(missing ? [missing] : [])].map((part) => `.${part}`).join('');
  const message = sentence(unit, schema, missing ?? path.at(-1));
  return { name: unit.keyword, property, message, stack: message, schemaPath: unit.keywordLocation };
}

/** Reads the schema instead of compiling it, so the page needs no `unsafe-eval`. */
export const interpretedValidator: ValidatorType = {
  validateFormData(data, schema, custom, transform, uiSchema) {
    const { errors: units } = new Validator(schema as Schema, '2020-12', false).validate(asJson(data ?? {}));
    let errors = units.filter((unit) => !CARRIERS.has(unit.keyword)).map((unit) => toError(unit, schema));
    if (transform) errors = transform(errors, uiSchema);
    const found = { errors, errorSchema: toErrorSchema(errors) };
    if (!custom) return found;
    const handler = custom(data, createErrorHandler(data), uiSchema, found.errorSchema);
    return validationDataMerge(found, unwrapErrorHandler(handler));
  },
  isValid(schema, data, root) {
    try {
      const definitions = { ...(root.$defs as object), ...(schema.$defs as object) };
      return new Validator({ ...schema, $defs: definitions } as Schema, '2020-12').validate(
        asJson(data) ?? null,
      ).valid;
    } catch {
      return false;
    }
  },
  rawValidation(schema, data) {
    const { errors } = new Validator(schema as Schema, '2020-12', false).validate(asJson(data));
    return { errors: errors as never[] };
  },
};
