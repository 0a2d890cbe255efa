import { Button, Group, Modal, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ProblemNote } from '../../../shared/problem-note.tsx';
import { proceduresQuery, readProcedure } from '../api/procedures.ts';
import { shippedQuery } from '../api/shipped.ts';
import { blankSheet, completeSheet } from '../model/blank.ts';
import type { Definition, Sheet } from '../model/definition.ts';
import { said } from '../model/languages.ts';
import classes from './list.module.css';
import { idFrom, idProblem, useCreate } from './use-create.ts';
import { useLanguages } from './use-languages.ts';

/** An empty canvas, or a copy of one that is there. */
export function NewDialog({ onClose }: { onClose: () => void }) {
  const all = useQuery(proceduresQuery).data?.procedures ?? [];
  const shipped = useQuery(shippedQuery).data ?? [];
  const languages = useLanguages();
  const [title, setTitle] = useState('');
  const [ownId, setOwnId] = useState<string>();
  const [source, setSource] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const create = useCreate();
  const id = ownId ?? idFrom(title);
  const wrong = idProblem(
    id,
    all.map((each) => each.id),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!title.trim() || wrong) return;
    const wording = { [languages[0] ?? 'en']: title.trim() };
    const [kind, from = ''] = source?.split(' ') ?? [];
    const definition = kind === 'own' ? await definitionOf(from) : shipped.find((each) => each.id === from);
    create.mutate(definition ? copyOf(definition, id, wording) : blankSheet(id, wording));
  };
  const groups = [
    { group: 'This bank’s', items: all.map((each) => ({ ...each, value: `own ${each.id}` })) },
    { group: 'As shipped', items: shipped.map((each) => ({ ...each, value: `shipped ${each.id}` })) },
  ];
  return (
    <Modal opened onClose={onClose} title="New procedure" radius="lg">
      <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          label="Title"
          description="What the customer gets done"
          placeholder="Dispute a payment"
          data-autofocus
          required
          value={title}
          error={tried && !title.trim() ? 'Give it a title' : undefined}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextInput
          label="Id"
          description="Stays for ever: it is in the audit trail"
          value={id}
          error={tried && title.trim() ? wrong : undefined}
          onChange={(event) => setOwnId(event.currentTarget.value)}
        />
        <Select
          label="Begin with"
          placeholder="An empty canvas"
          clearable
          searchable
          value={source}
          data={groups.map(({ group, items }) => ({
            group,
            items: items.map((each) => ({
              value: each.value,
              label: said(each.title, languages) || each.id,
            })),
          }))}
          onChange={setSource}
        />
        <ProblemNote error={create.error} />
        <Group justify="flex-end">
          <Button variant="subtle" color="gray" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={create.isPending}>
            Create the draft
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

async function definitionOf(id: string): Promise<Definition | undefined> {
  const { published, draft } = await readProcedure(id);
  return (published ?? draft)?.definition;
}

const copyOf = (definition: Definition, id: string, title: Record<string, string>): Sheet =>
  completeSheet({ ...definition, id, title: { ...definition.title, ...title } });
