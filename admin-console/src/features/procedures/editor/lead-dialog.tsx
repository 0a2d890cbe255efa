import { Button, Group, Modal, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { plural } from '../../../shared/words.ts';
import { EDGES, type Edge, orderOf } from '../model/definition.ts';
import { leadOpen, openWays } from '../model/edits.ts';
import { EDGE_WORDS } from '../model/exits.ts';
import { useEditor } from './context.tsx';
import classes from './editor.module.css';
import { focusStep } from './focus.ts';

/** What can go wrong and leads nowhere yet, of all steps at once: each kind of it gets its step. */
export function LeadDialog({ onClose }: { onClose: () => void }) {
  const { draft, selected } = useEditor();
  const open = openWays(draft.sheet.definition);
  const [targets, setTargets] = useState<Partial<Record<Edge, string>>>({});
  const kinds = EDGES.filter((edge) => open.some((way) => way.edge === edge));
  const ids = orderOf(draft.sheet);
  const close = () => {
    onClose();
    focusStep(selected);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    draft.edit((sheet) =>
      kinds.reduce((now, edge) => (targets[edge] ? leadOpen(now, edge, targets[edge]) : now), sheet),
    );
    close();
  };
  return (
    <Modal opened onClose={close} returnFocus={false} title="Where what goes wrong leads" radius="lg">
      {kinds.length === 0 ? (
        <p className={classes.lead}>Everything that can go wrong leads somewhere.</p>
      ) : (
        <form onSubmit={submit} className={classes.leads}>
          <p className={classes.lead}>
            {plural(open.length, 'way')} of {plural(new Set(open.map(({ id }) => id)).size, 'step')} lead
            nowhere yet. Those that lead somewhere stay as they are.
          </p>
          {kinds.map((edge, place) => (
            <NativeSelect
              key={edge}
              size="sm"
              {...(place === 0 ? { 'data-autofocus': true } : {})}
              label={EDGE_WORDS[edge]}
              description={stepsOf(open, edge)}
              value={targets[edge] ?? ''}
              data={[{ value: '', label: '— leave open —' }, ...ids]}
              onChange={(event) => setTargets({ ...targets, [edge]: event.currentTarget.value })}
            />
          ))}
          <Group justify="flex-end" mt="sm">
            <Button variant="subtle" color="gray" onClick={close}>
              Cancel
            </Button>
            <Button type="submit">Lead them there</Button>
          </Group>
        </form>
      )}
    </Modal>
  );
}

function stepsOf(open: readonly { id: string; edge: Edge }[], edge: Edge): string {
  const ids = open.filter((way) => way.edge === edge).map(({ id }) => id);
  const named = ids.slice(0, 5).join(', ');
  return ids.length > 5 ? `${named} and ${ids.length - 5} more` : named;
}
