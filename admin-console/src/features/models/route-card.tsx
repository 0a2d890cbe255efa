import { Button, NumberInput, Select, Switch } from '@mantine/core';
import { asProblem, type ModelRoute, type ModelRoutes, toast } from '@openteller/web-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useCan } from '../../shared/me.tsx';
import { Meter } from '../../shared/meter.tsx';
import { Card } from '../../shared/page.tsx';
import { count } from '../../shared/words.ts';
import { changeRoute } from './api.ts';
import classes from './models.module.css';

export const TASKS: Record<ModelRoute['task'], { title: string; hint: string }> = {
  UNDERSTAND: {
    title: 'Understanding',
    hint: 'Helps where the built-in model is unsure what a customer wants',
  },
  ANSWER: {
    title: 'Answering',
    hint: 'Puts answers together from cited passages; each sentence passes the gate',
  },
  TRANSLATE: { title: 'Translating', hint: 'Carries questions and answers between languages' },
};

/** One task: which model does it, how long it may take, and how much it may use in a day. */
export function RouteCard({ route, models }: { route: ModelRoute; models: ModelRoutes }) {
  const queries = useQueryClient();
  const mayWrite = useCan('PLUGIN_WRITE');
  const [draft, setDraft] = useState(route);
  const save = useMutation({
    mutationFn: (next: ModelRoute) => changeRoute(next),
    onSuccess: (saved) => {
      setDraft({ ...draft, ...saved });
      toast('Saved');
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: ['models'] }),
  });
  const problem = save.error ? asProblem(save.error) : undefined;
  const usable = models.providers.filter((each) => each.state === 'ENABLED');
  const names = usable.find((each) => each.plugin === draft.plugin)?.models ?? [];
  const used = models.usage.byTask.find((each) => each.task === route.task)?.tokens ?? 0;
  const changed = JSON.stringify(draft) !== JSON.stringify(route);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(draft);
  };
  const { title, hint } = TASKS[route.task] ?? { title: route.task, hint: '' };
  return (
    <Card title={title} hint={hint}>
      <form className={classes.form} onSubmit={submit}>
        <Switch
          label={draft.on ? 'A model is used' : 'No model: the platform does it by itself'}
          checked={draft.on}
          disabled={!mayWrite}
          onChange={(event) => setDraft({ ...draft, on: event.currentTarget.checked })}
        />
        <div className={classes.fields}>
          <Select
            label="Plugin"
            disabled={!mayWrite}
            value={draft.plugin ?? null}
            data={usable.map((each) => ({ value: each.plugin, label: each.name ?? each.plugin }))}
            onChange={(plugin) => setDraft({ ...draft, plugin: plugin ?? '', model: '' })}
          />
          <Select
            label="Model"
            searchable
            disabled={!mayWrite || !draft.plugin}
            value={draft.model || null}
            data={[...new Set([...(draft.model ? [draft.model] : []), ...names])]}
            onChange={(model) => setDraft({ ...draft, model: model ?? '' })}
          />
          <NumberInput
            label="Waits at most (ms)"
            min={100}
            max={60_000}
            step={500}
            disabled={!mayWrite}
            value={draft.timeoutMillis}
            onChange={(value) => setDraft({ ...draft, timeoutMillis: Number(value) || 0 })}
          />
          <NumberInput
            label="Tokens a day"
            min={0}
            step={10_000}
            thousandSeparator
            disabled={!mayWrite}
            value={draft.dailyTokenBudget}
            onChange={(value) => setDraft({ ...draft, dailyTokenBudget: Number(value) || 0 })}
          />
        </div>
        {route.dailyTokenBudget > 0 && (
          <Meter
            label="Used today"
            value={used / route.dailyTokenBudget}
            tone={used > route.dailyTokenBudget * 0.8 ? 'warn' : 'accent'}
            text={count(used)}
            long
          />
        )}
        {problem && (
          <p className={classes.problem} role="alert">
            {problem.title}. {problem.detail} {problem.errors.map((each) => each.message).join('. ')}
          </p>
        )}
        {mayWrite && (
          <Button type="submit" className={classes.save ?? ''} disabled={!changed} loading={save.isPending}>
            Save
          </Button>
        )}
      </form>
    </Card>
  );
}
