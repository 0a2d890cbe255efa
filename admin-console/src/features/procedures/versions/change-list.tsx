import { UnstyledButton } from '@mantine/core';
import { IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import { changedNodes, type Difference, type FieldChange, isSame } from '../model/diff.ts';
import { fieldWords, valueWords } from '../model/field-words.ts';
import classes from './versions.module.css';

interface ChangeListProps {
  difference: Difference;
  before: string;
  after: string;
  chosen?: string | undefined;
  onChoose?: (id: string) => void;
}

const MARKS = {
  added: { words: 'Added', Icon: IconPlus },
  removed: { words: 'Removed', Icon: IconMinus },
  changed: { words: 'Changed', Icon: IconPencil },
} as const;

/** Each change in words: which step, which field, before and after. */
export function ChangeList({ difference, before, after, chosen, onChoose }: ChangeListProps) {
  if (isSame(difference)) return <p className={classes.same}>Nothing is different.</p>;
  return (
    <section className={classes.changes} aria-label="Changes" tabIndex={0}>
      {difference.about.length > 0 && (
        <div className={classes.change}>
          <p className={classes.changeHead}>
            <strong>The whole procedure</strong>
          </p>
          <Fields changes={difference.about} before={before} after={after} />
        </div>
      )}
      {changedNodes(difference).map(({ id, mark, changes }) => {
        if (mark === 'same') return null;
        const { words, Icon } = MARKS[mark];
        return (
          <div key={id} className={classes.change} data-chosen={chosen === id || undefined}>
            <UnstyledButton
              className={classes.changeHead ?? ''}
              onClick={() => onChoose?.(id)}
              disabled={!onChoose}
            >
              <span className={classes.mark} data-mark={mark}>
                <Icon size={13} stroke={2.2} aria-hidden /> {words}
              </span>
              <strong>{id}</strong>
            </UnstyledButton>
            <Fields
              changes={changes}
              before={mark === 'added' ? undefined : before}
              after={mark === 'removed' ? undefined : after}
            />
          </div>
        );
      })}
    </section>
  );
}

interface FieldsProps {
  changes: readonly FieldChange[];
  /** What the sides are called; a side without a name has nothing to show. */
  before: string | undefined;
  after: string | undefined;
}

function Fields({ changes, before, after }: FieldsProps) {
  if (changes.length === 0) return null;
  return (
    <dl className={classes.fields}>
      {changes.map((each) => (
        <div key={each.field}>
          <dt>{fieldWords(each.field)}</dt>
          <dd>
            {before && (
              <span className={classes.was}>
                <span className={classes.side}>{before}</span>{' '}
                {each.before === undefined ? '—' : valueWords(each.field, each.before)}
              </span>
            )}
            {after && (
              <span className={classes.is}>
                <span className={classes.side}>{after}</span>{' '}
                {each.after === undefined ? '—' : valueWords(each.field, each.after)}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
