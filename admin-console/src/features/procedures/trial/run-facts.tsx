import { UnstyledButton } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { TestState } from '../api/types.ts';
import { useEditor } from '../editor/context.tsx';
import classes from './trial.module.css';

/** The way it took, what it knows, what it did at the bank. */
export function RunFacts({ run, onStep }: { run: TestState; onStep: (id: string) => void }) {
  const { catalogue } = useEditor();
  const variables = Object.entries(run.variables);
  return (
    <>
      <PathLine label="The way it took" path={run.path} onStep={onStep} />
      <section aria-label="Variables">
        <h2 className={classes.subhead}>Variables</h2>
        {variables.length === 0 ? (
          <p className={classes.hint}>None has a value yet.</p>
        ) : (
          <dl className={classes.variables}>
            {variables.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{typeof value === 'string' ? value : JSON.stringify(value, undefined, 1)}</dd>
              </div>
            ))}
          </dl>
        )}
      </section>
      <section aria-label="Done at the bank">
        <h2 className={classes.subhead}>Done at the bank</h2>
        {run.effects.length === 0 ? (
          <p className={classes.hint}>Nothing yet.</p>
        ) : (
          <ol className={classes.effects}>
            {run.effects.map(({ operation, outcome }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: effects are only ever added
              <li key={place}>
                {catalogue.titleOf(operation)}: <strong>{outcome}</strong>
              </li>
            ))}
          </ol>
        )}
      </section>
    </>
  );
}

interface PathLineProps {
  label: string;
  path: readonly string[];
  onStep: (id: string) => void;
}

export function PathLine({ label, path, onStep }: PathLineProps) {
  return (
    <section aria-label={label}>
      <h2 className={classes.subhead}>{label}</h2>
      <p className={classes.path}>
        {path.length === 0 && <span className={classes.hint}>Nothing yet.</span>}
        {path.map((id, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a path can pass a step twice
          <Fragment key={place}>
            {place > 0 && <IconArrowRight size={13} aria-hidden />}
            <UnstyledButton className={classes.stop ?? ''} onClick={() => onStep(id)}>
              {id}
            </UnstyledButton>
          </Fragment>
        ))}
      </p>
    </section>
  );
}
