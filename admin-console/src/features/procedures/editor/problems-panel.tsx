import { UnstyledButton } from '@mantine/core';
import { EmptyState } from '@openteller/web-kit';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { humanise } from '../../../shared/words.ts';
import { useEditor } from './context.tsx';
import classes from './editor.module.css';

/** What the platform's checker found; each line leads to its step. */
export function ProblemsPanel() {
  const { findings, select, openPanel } = useEditor();
  return (
    <section aria-label="Problems" aria-busy={findings.checking}>
      <p className={classes.hint} role="status">
        {findings.failed
          ? `Not checked: ${findings.failed}. What stands here is older.`
          : findings.checking
            ? 'Checking…'
            : 'Checked as it is now. Each of these stops a publication.'}
      </p>
      {findings.all.length === 0 ? (
        !findings.failed && (
          <EmptyState
            kind="done"
            compact
            icon={<IconCircleCheck size={26} stroke={1.6} />}
            title="Nothing found"
            text="Every way leads somewhere, nothing is shown to whom it must not be, and each text is there in each language."
          />
        )
      ) : (
        <ol className={classes.problems}>
          {findings.all.map((each) => (
            <li key={`${each.rule} ${each.node} ${each.message}`}>
              <UnstyledButton
                className={classes.problem ?? ''}
                onClick={() => {
                  if (each.node) select(each.node);
                  openPanel(each.node ? 'step' : 'procedure');
                }}
              >
                <IconAlertTriangle size={17} stroke={1.8} aria-hidden />
                <span>
                  <span className={classes.problemHead}>
                    <strong>{each.node ?? 'The whole procedure'}</strong> · {humanise(each.rule)}
                  </span>
                  <span className={classes.problemText}>{each.message}</span>
                </span>
              </UnstyledButton>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
