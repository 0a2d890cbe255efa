import { UnstyledButton } from '@mantine/core';
import { EmptyState, KeyHint } from '@openteller/web-kit';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { humanise } from '../../../shared/words.ts';
import type { Finding } from '../api/types.ts';
import { useEditor } from './context.tsx';
import classes from './editor.module.css';
import { focusInspector, focusPanel } from './focus.ts';

/** What the platform's checker found; each line leads to its step. */
export function ProblemsPanel() {
  const { findings, select, openPanel, phone } = useEditor();
  const show = ({ node }: Finding) => {
    if (node) select(node);
    openPanel(node ? 'step' : 'procedure');
    if (phone) return;
    if (node) focusInspector(node);
    else focusPanel('procedure');
  };
  return (
    <section aria-label="Problems" aria-busy={findings.checking} data-panel="problems">
      <p className={classes.hint} role="status">
        {findings.failed
          ? `Not checked: ${findings.failed}. What stands here is older.`
          : findings.checking
            ? 'Checking…'
            : findings.partial
              ? 'Complete these first: until then the other steps cannot be checked.'
              : 'Checked as it is now. Each of these stops a publication.'}
        {findings.all.length > 0 && !phone && (
          <>
            {' '}
            <KeyHint keys="F8" /> leads from one to the next.
          </>
        )}
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
        <ol className={classes.problems} onKeyDown={walk}>
          {findings.all.map((each) => (
            <li key={`${each.rule} ${each.node} ${each.message}`}>
              <UnstyledButton className={classes.problem ?? ''} onClick={() => show(each)}>
                <IconAlertTriangle size={17} stroke={1.8} aria-hidden />
                <span>
                  <span className={classes.problemHead}>
                    <strong>{each.node ?? 'The whole procedure'}</strong> · {ruleWords(each.rule)}
                    {findings.before.includes(each) && ' · found before'}
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

/** What cannot be read is, for whoever fills it in, not finished. */
const ruleWords = (rule: string) => (rule === 'BAD_DEFINITION' ? 'Not complete' : humanise(rule));

/** Up and down go from one line to the next. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  const lines = [...event.currentTarget.querySelectorAll('button')];
  const at = lines.indexOf(document.activeElement as HTMLButtonElement);
  lines[Math.max(0, Math.min(lines.length - 1, at + by))]?.focus();
  event.preventDefault();
}
