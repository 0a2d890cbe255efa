import { CloseButton, TextInput, type TextInputProps } from '@mantine/core';
import { type Command, KeyHint, useCommands } from '@openteller/web-kit';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';

const PAUSE_MILLIS = 250;

interface SearchFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'label'> {
  label: string;
  value: string;
  /** Told a moment after the last keystroke, and at once on Enter. */
  onSearch: (text: string) => void;
}

/** A search box that `/` reaches from anywhere on the page. */
export function SearchField({ label, value, onSearch, ...input }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const told = useRef(value);
  useEffect(() => {
    if (value !== told.current) {
      told.current = value;
      setText(value);
    }
  }, [value]);
  useEffect(() => {
    if (text === told.current) return;
    const timer = setTimeout(() => {
      told.current = text;
      onSearch(text);
    }, PAUSE_MILLIS);
    return () => clearTimeout(timer);
  }, [text, onSearch]);
  const commands = useMemo<Command[]>(
    () => [{ id: 'search-here', label, group: 'This page', keys: '/', run: () => field.current?.focus() }],
    [label],
  );
  useCommands(commands);
  return (
    <TextInput
      {...input}
      ref={field}
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          told.current = text;
          onSearch(text);
        }
      }}
      leftSection={<IconSearch size={16} stroke={1.8} />}
      rightSection={
        text ? (
          <CloseButton size="sm" aria-label="Clear search" onClick={() => setText('')} />
        ) : (
          <KeyHint keys="/" />
        )
      }
    />
  );
}
