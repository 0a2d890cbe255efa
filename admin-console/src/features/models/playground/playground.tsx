import { Alert, Button, Select, Textarea } from '@mantine/core';
import { asProblem, KeyHint, type ModelChoice, type Models } from '@openteller/web-kit';
import { IconAlertTriangle, IconPlayerPlay } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useCan } from '../../../shared/me.tsx';
import { Card } from '../../../shared/page.tsx';
import { usePlayground } from '../api/playground.ts';
import classes from '../models.module.css';
import { TASK_NAMES, taskOf } from '../words.ts';
import { Answers } from './answers.tsx';
import { choicesIn, firstChoices } from './choices.ts';
import { ModelPicker } from './model-picker.tsx';

const LONGEST = 4000;

/** Two models on the same question. Personal data is hidden before it leaves; nobody but you sees the answers. */
export function Playground({ models }: { models: Models }) {
  const tasks = models.tasks.length > 0 ? models.tasks : TASK_NAMES;
  const [task, setTask] = useState(tasks.find((each) => each === 'ANSWER') ?? tasks[0] ?? 'ANSWER');
  const [question, setQuestion] = useState('');
  const choices = choicesIn(models);
  const [[left, right], setSides] = useState(() => firstChoices(models, task));
  const compare = usePlayground();
  const mayWrite = useCan('PLUGIN_WRITE');
  const problem = compare.error ? asProblem(compare.error) : undefined;
  const ready = question.trim() !== '' && left !== undefined && right !== undefined && mayWrite;
  const run = (event: FormEvent) => {
    event.preventDefault();
    if (ready) compare.mutate({ task, question: question.trim(), left, right });
  };
  const pick = (side: 0 | 1) => (choice: ModelChoice | undefined) =>
    setSides(side === 0 ? [choice, right] : [left, choice]);
  return (
    <div className={classes.stack}>
      <Card
        title="The same question to two models"
        hint="Personal data is hidden before it leaves. The answers go to nobody else, and are counted against the budget"
      >
        <form className={classes.form} onSubmit={run}>
          <div className={classes.playFields}>
            <Select
              label="Task"
              allowDeselect={false}
              value={task}
              data={tasks.map((each) => ({ value: each, label: taskOf(each).title }))}
              onChange={(next) => next && setTask(next)}
            />
            <ModelPicker label="Left" choices={choices} value={left} onChange={pick(0)} />
            <ModelPicker label="Right" choices={choices} value={right} onChange={pick(1)} />
          </div>
          <Textarea
            label="Question"
            placeholder="As a customer would ask it"
            autosize
            minRows={3}
            maxRows={10}
            maxLength={LONGEST}
            value={question}
            onChange={(event) => setQuestion(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) run(event);
            }}
          />
          {problem && (
            <Alert color="red" icon={<IconAlertTriangle size={18} />} title={problem.title}>
              {problem.detail ?? 'Neither model was asked.'}
            </Alert>
          )}
          <div className={classes.playRun}>
            <Button
              type="submit"
              leftSection={<IconPlayerPlay size={16} />}
              disabled={!ready}
              loading={compare.isPending}
            >
              Ask both
            </Button>
            {ready && <KeyHint keys="mod+enter" />}
            <span className={classes.sub}>
              {!mayWrite
                ? 'Needs the permission “Configure plugins”'
                : choices.length === 0 && 'Enable a plugin that offers models first'}
            </span>
          </div>
        </form>
      </Card>
      <Answers pending={compare.isPending} asked={compare.variables} answers={compare.data} />
    </div>
  );
}
