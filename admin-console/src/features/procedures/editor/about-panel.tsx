import { TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { overviewQuery } from '../../../shared/intents-query.ts';
import { useCan } from '../../../shared/me.tsx';
import { languageName } from '../../../shared/words.ts';
import inspector from '../inspector/inspector.module.css';
import { StepSelect } from '../inspector/small-fields.tsx';
import { WordingField } from '../inspector/wording-field.tsx';
import type { Trigger } from '../model/definition.ts';
import { changeDefinition } from '../model/edits.ts';
import { useEditor } from './context.tsx';
import classes from './editor.module.css';
import { VariableTable } from './variable-table.tsx';

/** What concerns the whole: title, what makes the assistant begin it, variables. */
export function AboutPanel() {
  const { draft, findings, languages, mayWrite } = useEditor();
  const { definition } = draft.sheet;
  const { trigger } = definition;
  const mayReadIntents = useCan('INTENT_READ');
  const intents = useQuery({ ...overviewQuery, enabled: mayReadIntents }).data?.items ?? [];
  const change = (patch: Parameters<typeof changeDefinition>[1], mark?: string) =>
    draft.edit((sheet) => changeDefinition(sheet, patch), mark);
  const changeTrigger = (patch: Partial<Trigger>) => change({ trigger: { ...trigger, ...patch } });
  const wrong = findings.byNode.get('') ?? [];
  return (
    <section aria-label="Procedure" data-panel="procedure">
      {wrong.length > 0 && (
        <ul className={inspector.findings} aria-label="Problems of the whole procedure">
          {wrong.map((each) => (
            <li key={`${each.rule} ${each.message}`}>{each.message}</li>
          ))}
        </ul>
      )}
      <fieldset className={inspector.fields} disabled={!mayWrite}>
        <legend className="ot-visually-hidden">The whole procedure</legend>
        <WordingField
          label="Title"
          short
          plain
          wording={definition.title}
          onChange={(title, mark) => change({ title: title ?? {} }, mark)}
        />
        <StepSelect label="Begins with" value={definition.start} onChange={(start) => change({ start })} />
        <h2 className={classes.panelTitle}>What makes the assistant begin it</h2>
        <TagsInput
          size="xs"
          label="Intents"
          description="What the customer is after"
          data={intents.map(({ name }) => name)}
          value={trigger.intents ?? []}
          onChange={(next) => changeTrigger({ intents: next })}
        />
        {languages.map((language) => (
          <TagsInput
            key={language}
            size="xs"
            label={`What people say: ${languageName(language)}`}
            placeholder="Enter after each"
            value={trigger.phrases?.[language] ?? []}
            onChange={(phrases) => {
              const { [language]: _old, ...others } = trigger.phrases ?? {};
              changeTrigger({ phrases: phrases.length > 0 ? { ...others, [language]: phrases } : others });
            }}
          />
        ))}
        <TagsInput
          size="xs"
          label="Events of the bank’s systems"
          description="Such as fraud.warning"
          value={trigger.events ?? []}
          onChange={(events) => changeTrigger({ events })}
        />
        <VariableTable
          title="Inputs"
          hint="Whoever begins it may give these."
          variables={definition.inputs}
          onChange={(inputs) => change({ inputs })}
        />
        <VariableTable
          title="Variables"
          hint="What steps keep, for those that come after."
          variables={definition.variables}
          onChange={(variables) => change({ variables })}
        />
      </fieldset>
    </section>
  );
}
