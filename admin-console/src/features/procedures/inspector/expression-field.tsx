import { TextInput } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import type { Readable } from '../model/scope.ts';
import { asksForVariables, atCaret, InsertVariable } from './insert-variable.tsx';
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
  const field = useRef<HTMLInputElement>(null);
  const [listed, setListed] = useState(false);
  return (
    <TextInput
      ref={field}
      size="xs"
      label={label}
      description={description}
      placeholder={placeholder ?? ''}
      withAsterisk={required === true}
      spellCheck={false}
      classNames={{ input: classes.code ?? '' }}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (!asksForVariables(event)) return;
        event.preventDefault();
        setListed(true);
      }}
      rightSection={
        <InsertVariable
          label={`Insert a variable into ${label}`}
          offers={offers}
          opened={listed}
          onOpened={setListed}
          onInsert={(path) => onChange(atCaret(field.current, value, path))}
        />
      }
    />
  );
}
