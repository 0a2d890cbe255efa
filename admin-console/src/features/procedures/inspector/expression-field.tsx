import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Readable } from '../model/scope.ts';
import { InsertVariable } from './insert-variable.tsx';
import classes from './inspector.module.css';

interface ExpressionFieldProps {
  label: string;
  description?: ReactNode;
  placeholder?: string;
  required?: boolean;
  value: string | undefined;
  onChange: (value: string) => void;
  offers?: readonly Readable[];
}

/** An expression over the variables, which are offered beside it. */
export function ExpressionField(props: ExpressionFieldProps) {
  const { label, description, placeholder, required, value = '', onChange, offers } = props;
  return (
    <TextInput
      size="xs"
      label={label}
      description={description}
      placeholder={placeholder ?? ''}
      withAsterisk={required === true}
      spellCheck={false}
      classNames={{ input: classes.code ?? '' }}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      rightSection={
        <InsertVariable
          label={`Insert a variable into ${label}`}
          offers={offers}
          onInsert={(path) =>
            onChange(value ? `${value}${/[\s(.+\-*/=<>!&|]$/.test(value) ? '' : ' '}${path}` : path)
          }
        />
      }
    />
  );
}
