import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { type IntentDetail, toast, toastProblem } from '@openteller/web-kit';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Card, Page } from '../../shared/page.tsx';
import { PermitButton } from '../../shared/permitted.tsx';
import { WaitingPage } from '../../shared/waiting-page.tsx';
import { humanise, percent, plural } from '../../shared/words.ts';
import { deleteIntent, intentQuery, refresh } from './api.ts';
import { Examples } from './examples.tsx';
import { IntentDialog } from './intent-dialog.tsx';
import classes from './intents.module.css';
import { TierChip } from './tier-chip.tsx';

const BACK = { label: 'Intents', to: '/intents' } as const;

export function IntentPage() {
  const { name } = useParams({ from: '/intents/$name' });
  const intent = useQuery(intentQuery(name));
  if (intent.data) return <Loaded intent={intent.data} />;
  return (
    <WaitingPage title="Intent" back={BACK} query={intent} columns={classes.columns} heights={[560, 260]} />
  );
}

function Loaded({ intent }: { intent: IntentDetail }) {
  const [editing, setEditing] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => deleteIntent(intent.name),
    onSuccess: async () => {
      await navigate({ to: '/intents' });
      toast(`“${intent.title}” is deleted`);
      await refresh(queries);
    },
    onError: (error) => toastProblem(error, 'The intent was not deleted'),
  });
  const ask = () =>
    modals.openConfirmModal({
      title: `Delete “${intent.title}”?`,
      children: (
        <Text size="sm">
          Its {plural(intent.examples.length, 'example')} go with it, for good. What is in force goes on
          understanding it until another model is published.
        </Text>
      ),
      labels: { confirm: 'Delete', cancel: 'Keep' },
      confirmProps: { color: 'red.9' },
      onConfirm: () => remove.mutate(),
    });
  return (
    <Page
      title={intent.title}
      back={BACK}
      badge={<TierChip tier={intent.tier} />}
      lead={`${intent.name} · ${
        intent.accuracy === undefined
          ? 'not in the model in force yet'
          : `${percent(intent.accuracy)} understood by the model in force`
      }`}
      actions={
        <>
          <PermitButton
            needs="INTENT_WRITE"
            variant="default"
            leftSection={<IconTrash size={16} />}
            loading={remove.isPending}
            onClick={ask}
          >
            Delete
          </PermitButton>
          <PermitButton
            needs="INTENT_WRITE"
            variant="default"
            leftSection={<IconPencil size={16} />}
            onClick={() => setEditing(true)}
          >
            Title and tier
          </PermitButton>
        </>
      }
    >
      <div className={classes.columns}>
        <Examples intent={intent} />
        <Card title="Taken for something else" hint="By the model in force, on messages it was not taught">
          {intent.confusions.length === 0 ? (
            <p className={classes.sub}>Nothing is confused with it.</p>
          ) : (
            <ul className={classes.confusions}>
              {intent.confusions.map((cell) => {
                const away = cell.intent === intent.name;
                const other = away ? cell.predicted : cell.intent;
                return (
                  <li key={`${cell.intent} ${cell.predicted}`}>
                    <span className={classes.confusionHead}>
                      <span>
                        {away ? 'taken for ' : 'taken for this: '}
                        <Link to="/intents/$name" params={{ name: other }} className={classes.link}>
                          {humanise(other)}
                        </Link>
                      </span>
                      <strong>{cell.count}×</strong>
                    </span>
                    {cell.samples.map((sample) => (
                      <q key={sample} className={classes.sample} dir="auto">
                        {sample}
                      </q>
                    ))}
                  </li>
                );
              })}
            </ul>
          )}
        </Card>
      </div>
      <IntentDialog opened={editing} onClose={() => setEditing(false)} intent={intent} />
    </Page>
  );
}
