import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { type CategoryRule, nameProblem } from './api.ts';
import classes from './categories.module.css';

/** A category that no document has yet; it is stored with the others. */
export function NewCategory({
  rules,
  onAdd,
}: {
  rules: readonly CategoryRule[];
  onAdd: (name: string) => void;
}) {
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const problem = nameProblem(name, rules);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(problem !== undefined);
    if (problem) return;
    onAdd(name.trim());
    setName('');
  };
  return (
    <form className={classes.adding} onSubmit={submit} noValidate>
      <TextInput
        aria-label="New category"
        placeholder="New category"
        maxLength={60}
        value={name}
        error={tried ? problem : undefined}
        onChange={(event) => {
          setTried(false);
          setName(event.currentTarget.value);
        }}
      />
      <Button type="submit" variant="default" leftSection={<IconPlus size={16} />}>
        Add
      </Button>
    </form>
  );
}
