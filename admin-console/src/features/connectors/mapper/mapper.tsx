import { Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Card } from '../../../shared/page.tsx';
import type { Operation } from '../../procedures/api/types.ts';
import { previewQuery } from '../api/connectors.ts';
import classes from '../connectors.module.css';
import { compose, fieldsOf, flat, trials } from '../model/fields.ts';
import type { Mapping } from '../model/types.ts';
import { FieldRow } from './field-row.tsx';
import { Outcome } from './outcome.tsx';

interface MapperProps {
  mapping: Mapping;
  operation: Operation;
  onChange: (mapping: Mapping) => void;
}

/** The operation's places with an expression each, beside a sample of the bank's answer. */
export function Mapper({ mapping, operation, onChange }: MapperProps) {
  const fields = useMemo(() => fieldsOf(operation.output), [operation]);
  const [settled] = useDebouncedValue(mapping, 250);
  const sample = useMemo(() => parsed(settled.sample), [settled.sample]);
  const result = compose(fields, settled.fields);
  const preview = useQuery({
    ...previewQuery({
      operation: settled.operation,
      ...(result && { result }),
      parts: trials(fields, settled.fields),
      response: sample.value,
    }),
    enabled: sample.good,
  });
  const sent = (name: string, expression: string) =>
    onChange({ ...mapping, sent: { ...mapping.sent, [name]: expression } });
  return (
    <div className={classes.mapper}>
      <Card title={operation.title} hint={`${mapping.call.method} ${mapping.call.path}`}>
        <h3 className={classes.heading}>What is sent</h3>
        <ul className={classes.fields}>
          {Object.entries(mapping.sent).map(([name, expression]) => (
            <FieldRow key={name} label={name} value={expression} onChange={(next) => sent(name, next)} />
          ))}
          {mapping.call.method !== 'GET' && (
            <FieldRow
              label="The body"
              hint="an expression that comes to an object"
              value={mapping.body}
              onChange={(body) => onChange({ ...mapping, body })}
            />
          )}
        </ul>
        <h3 className={classes.heading}>What the operation gives</h3>
        <ul className={classes.fields}>
          {flat(fields)
            .filter((field) => field.kind !== 'object')
            .map((field) => (
              <FieldRow
                key={field.path}
                label={field.path}
                hint={field.kind === 'list' ? 'where its items are' : field.hint}
                required={field.required}
                value={mapping.fields[field.path] ?? ''}
                onChange={(next) =>
                  onChange({ ...mapping, fields: { ...mapping.fields, [field.path]: next } })
                }
                came={preview.data?.parts?.[field.path]}
              />
            ))}
        </ul>
      </Card>
      <Card
        title="The bank’s answer"
        hint="A sample: the file’s own, made from its schema, or one that you paste."
      >
        <Textarea
          aria-label="Sample answer"
          value={mapping.sample}
          onChange={(event) => onChange({ ...mapping, sample: event.currentTarget.value })}
          error={sample.good ? undefined : 'This is no JSON yet'}
          autosize
          minRows={6}
          maxRows={22}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12.5 } }}
        />
        <h3 className={classes.heading}>What comes out</h3>
        <Outcome tried={preview.data} failed={preview.error} />
      </Card>
    </div>
  );
}

function parsed(text: string): { good: boolean; value?: unknown } {
  try {
    return { good: true, value: JSON.parse(text) };
  } catch {
    return { good: false };
  }
}
