interface Failure {
  keyword: string;
  error: string;
}

/** The broken rule in words for people who do not read schemas. */
export function sentence(failure: Failure, schema: object, field: string | undefined): string {
  const properties = (schema as { properties?: Record<string, Record<string, unknown>> }).properties ?? {};
  const rule = (field && properties[field]) || {};
  const limit = (name: string) => String(rule[name] ?? '');
  switch (failure.keyword) {
    case 'required':
      return 'This is needed';
    case 'minLength':
      return rule.minLength === 1 ? 'This is needed' : `At least ${limit('minLength')} characters`;
    case 'maxLength':
      return `At most ${limit('maxLength')} characters`;
    case 'minimum':
      return `${limit('minimum')} or more`;
    case 'maximum':
      return `${limit('maximum')} or less`;
    case 'enum':
      return 'Choose one of the values';
    case 'format':
      return `This is no ${limit('format') === 'uri' ? 'web address' : limit('format')}`;
    case 'type':
      return rule.type === 'integer' ? 'A whole number is needed' : 'This has the wrong form';
    case 'pattern':
      return 'This has the wrong form';
    default:
      return failure.error;
  }
}
