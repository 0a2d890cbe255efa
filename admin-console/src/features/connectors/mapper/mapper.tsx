import { Select, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Card } from '../../../shared/page.tsx';
import type { Operation } from '../../procedures/api/types.ts';
import { previewQuery } from '../api/connectors.ts';
import classes from '../connectors.module.css';
import type { DraftHandle } from '../editor/use-draft.ts';
import { compose, fieldsOf, flat, trials } from '../model/fields.ts';
import type { Mapping } from '../model/types.ts';
import { FieldRow } from './field-row.tsx';
import { Manner } from './manner.tsx';
import { Outcome } from './outcome.tsx';

interface MapperProps {
  mapping: Mapping;
  operation: Operation;
  draft: DraftHandle;
  mayWrite: boolean;
  /** @param mark of the place that is written in: letters in a row are undone together */
  onChange: (mapping: Mapping, mark?: string) => void;
}

/** The operation's places with an expression each, beside a sample of the bank's answer. */
export function Mapper({ mapping, operation, draft, mayWrite, onChange }: MapperProps) {
  const fields = useMemo(() => fieldsOf(operation.output), [operation]);
  const [settled] = useDebouncedValue(mapping, 250);
  const sample = useMemo(() => parsed(settled.sample), [settled.sample]);
  const noSample = settled.sample.trim() === '{}';
  const result = settled.whole ?? compose(fields, settled.fields);
  const preview = useQuery({
    ...previewQuery({
      operation: settled.operation,
      ...(result && { result }),
      parts: trials(fields, settled.fields),
      response: sample.value,
    }),
    enabled: sample.good && !noSample,
  });
  const sent = (name: string, expression: string) =>
    onChange(
      { ...mapping, sent: { ...mapping.sent, [name]: expression } },
      `${mapping.operation} sent ${name}`,
    );
  const call = (part: Partial<Mapping['call']>) =>
    onChange({ ...mapping, call: { ...mapping.call, ...part } }, `${mapping.operation} call`);
  return (
    <div className={classes.mapper}>
      <Card title={operation.title} hint={operation.name}>
        <div className={classes.callForm}>
          <Select
            label="Method"
            size="xs"
            data={['GET', 'POST', 'PUT', 'PATCH', 'DELETE']}
            value={mapping.call.method}
            allowDeselect={false}
            disabled={!mayWrite}
            onChange={(method) => method && call({ method })}
          />
          <TextInput
            label="Path behind the server’s address"
            size="xs"
            value={mapping.call.path}
            disabled={!mayWrite}
            spellCheck={false}
            onChange={(event) => call({ path: event.currentTarget.value })}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          />
        </div>
        <h3 className={classes.heading}>What is sent</h3>
        <ul className={classes.fields}>
          {Object.entries(mapping.sent).map(([name, expression]) => (
            <FieldRow
              key={name}
              label={name}
              value={expression}
              disabled={!mayWrite}
              onChange={(next) => sent(name, next)}
            />
          ))}
          {mapping.call.method !== 'GET' && (
            <FieldRow
              label="The body"
              hint="an expression that comes to an object"
              value={mapping.body}
              disabled={!mayWrite}
              onChange={(body) => onChange({ ...mapping, body }, `${mapping.operation} body`)}
            />
          )}
        </ul>
        <h3 className={classes.heading}>What the operation gives</h3>
        {mapping.whole !== undefined && (
          <Textarea
            label="As one expression"
            description="It was not written place by place, and stays as it is."
            value={mapping.whole}
            disabled={!mayWrite}
            onChange={(event) =>
              onChange({ ...mapping, whole: event.currentTarget.value }, `${mapping.operation} whole`)
            }
            autosize
            minRows={4}
            maxRows={16}
            spellCheck={false}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12.5 } }}
          />
        )}
        <ul className={classes.fields}>
          {flat(fields)
            .filter((field) => field.kind !== 'object' && mapping.whole === undefined)
            .map((field) => (
              <FieldRow
                key={field.path}
                label={field.path}
                hint={field.kind === 'list' ? 'where its items are' : field.hint}
                required={field.required}
                value={mapping.fields[field.path] ?? ''}
                disabled={!mayWrite}
                onChange={(next) =>
                  onChange(
                    { ...mapping, fields: { ...mapping.fields, [field.path]: next } },
                    `${mapping.operation} ${field.path}`,
                  )
                }
                came={noSample ? undefined : preview.data?.parts?.[field.path]}
              />
            ))}
        </ul>
        <h3 className={classes.heading}>How the bank is asked</h3>
        <Manner
          operation={operation.name}
          effect={operation.risk !== 'READ'}
          draft={draft}
          mayWrite={mayWrite}
        />
      </Card>
      <Card
        title="The bank’s answer"
        hint="A sample: the file’s own, made from its schema, or one that you paste."
      >
        <Textarea
          aria-label="Sample answer"
          value={mapping.sample}
          readOnly={!mayWrite}
          onChange={(event) =>
            onChange({ ...mapping, sample: event.currentTarget.value }, `${mapping.operation} sample`)
          }
          error={sample.good ? undefined : 'This is no JSON yet'}
          autosize
          minRows={6}
          maxRows={22}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12.5 } }}
        />
        <h3 className={classes.heading}>What comes out</h3>
        {noSample ? (
          <p className={classes.hint}>Paste an answer of the bank’s, or ask it under “Try it”.</p>
        ) : (
          <Outcome tried={preview.data} failed={preview.error} />
        )}
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
