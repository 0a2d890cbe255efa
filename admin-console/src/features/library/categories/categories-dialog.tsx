import { Button, Group, Modal, NumberInput, Select, Text } from '@mantine/core';
import { asProblem, ErrorState, Rows, toast } from '@openteller/web-kit';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../../shared/me.tsx';
import { PermitButton } from '../../../shared/permitted.tsx';
import { humanise, plural } from '../../../shared/words.ts';
import { type CategoryRule, changedRules, rulesQuery, saveRules } from './api.ts';
import classes from './categories.module.css';
import { NewCategory } from './new-category.tsx';

const LONGEST_REVIEW = 60;
const USUAL = { approvals: 1, reviewMonths: 12 };
const APPROVALS = [
  { value: '1', label: 'One person' },
  { value: '2', label: 'Two people' },
];

/** How many people approve what, and how soon it is read again. */
export function CategoriesDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const rules = useQuery({ ...rulesQuery, enabled: opened });
  return (
    <Modal opened={opened} onClose={onClose} title="Rules of categories" size="lg" radius="lg">
      <Text size="sm" c="dimmed" mb="md">
        Whoever has the permission “Approve documents” may approve, but nobody what they wrote or submitted
        themselves. A change counts for versions that are submitted from now on.
      </Text>
      {rules.isPending ? (
        <Rows count={5} height={44} />
      ) : rules.isError && !rules.data ? (
        <ErrorState
          error={rules.error}
          title="The rules could not be loaded"
          retry={() => void rules.refetch()}
          compact
        />
      ) : (
        <Form stored={rules.data} onClose={onClose} />
      )}
    </Modal>
  );
}

function Form({ stored, onClose }: { stored: CategoryRule[]; onClose: () => void }) {
  const queries = useQueryClient();
  const mayChange = useCan('KNOWLEDGE_APPROVE');
  const [rules, setRules] = useState(() =>
    [...stored].sort((a, b) => humanise(a.name).localeCompare(humanise(b.name))),
  );
  const changed = changedRules(stored, rules);
  const save = useMutation({
    mutationFn: () => saveRules(changed),
    onSuccess: (saved) => {
      queries.setQueryData(rulesQuery.queryKey, saved);
      void queries.invalidateQueries({ queryKey: ['document'] });
      toast('Saved: it counts for what is submitted from now on');
      onClose();
    },
  });
  const set = (name: string, part: Partial<CategoryRule>) =>
    setRules((now) => now.map((rule) => (rule.name === name ? { ...rule, ...part } : rule)));
  const problem = save.error ? asProblem(save.error) : undefined;
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Category</th>
            <th scope="col">Approved by</th>
            <th scope="col">Read again after</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.name}>
              <th scope="row">{humanise(rule.name)}</th>
              <td>
                {mayChange ? (
                  <Select
                    aria-label={`Who approves ${rule.name}`}
                    allowDeselect={false}
                    data={APPROVALS}
                    value={String(rule.approvals)}
                    onChange={(value) => set(rule.name, { approvals: Number(value) })}
                  />
                ) : (
                  plural(rule.approvals, 'person', 'people')
                )}
              </td>
              <td>
                {mayChange ? (
                  <NumberInput
                    aria-label={`Months until ${rule.name} is read again`}
                    min={1}
                    max={LONGEST_REVIEW}
                    clampBehavior="strict"
                    allowDecimal={false}
                    suffix={rule.reviewMonths === 1 ? ' month' : ' months'}
                    value={rule.reviewMonths}
                    onChange={(value) => set(rule.name, { reviewMonths: Number(value) || 1 })}
                  />
                ) : (
                  plural(rule.reviewMonths, 'month')
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {mayChange && (
        <NewCategory rules={rules} onAdd={(name) => setRules((now) => [...now, { name, ...USUAL }])} />
      )}
      {problem && (
        <p className={classes.problem} role="alert">
          {problem.title}. {problem.detail}
        </p>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="subtle" color="gray" onClick={onClose}>
          {changed.length > 0 ? 'Discard' : 'Close'}
        </Button>
        <PermitButton
          needs="KNOWLEDGE_APPROVE"
          blocked={changed.length === 0 ? 'Nothing was changed' : undefined}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          Save
        </PermitButton>
      </Group>
    </>
  );
}
