import { Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useId } from 'react';
import { languageName } from '../../../shared/words.ts';
import { useEditor } from '../editor/context.tsx';
import type { Wording } from '../model/definition.ts';
import { missingIn, withText } from '../model/languages.ts';
import type { Readable } from '../model/scope.ts';
import { InsertVariable } from './insert-variable.tsx';
import classes from './inspector.module.css';

interface WordingFieldProps {
  label: string;
  hint?: string;
  wording: Wording | undefined;
  onChange: (wording: Wording | undefined, mark: string) => void;
  /** The whole wording may be left out; then nothing is missing while all of it is empty. */
  optional?: boolean;
  short?: boolean;
  /** Without variables in it. */
  plain?: boolean;
  /** Offered besides the variables, such as the fields of a list's entry. */
  offers?: readonly Readable[];
}

/** One text in each language, side by side; a missing one is marked by icon and word. */
export function WordingField(props: WordingFieldProps) {
  const { label, hint, wording, onChange, optional, short, plain, offers } = props;
  const { languages } = useEditor();
  const name = useId();
  const empty = Object.keys(wording ?? {}).length === 0;
  const missing = optional && empty ? [] : missingIn(wording, languages);
  return (
    <fieldset className={classes.wording} aria-labelledby={name}>
      <div className={classes.wordingHead}>
        <span id={name} className={classes.label}>
          {label}
          {optional && <span className={classes.optional}> (optional)</span>}
        </span>
      </div>
      {hint && <p className={classes.fieldHint}>{hint}</p>}
      <div className={classes.texts}>
        {languages.map((language) => {
          const text = wording?.[language] ?? '';
          const set = (value: string) => {
            const next = withText(wording, language, value);
            onChange(optional && Object.keys(next).length === 0 ? undefined : next, `${label} ${language}`);
          };
          const common = {
            label: (
              <span className={classes.language}>
                {languageName(language)}
                {missing.includes(language) && (
                  <span className={classes.missing}>
                    <IconAlertTriangle size={13} stroke={2} aria-hidden /> missing
                  </span>
                )}
              </span>
            ),
            lang: language,
            dir: 'auto' as const,
            value: text,
          };
          return (
            <div key={language} className={classes.text}>
              {short ? (
                <TextInput {...common} size="xs" onChange={(event) => set(event.currentTarget.value)} />
              ) : (
                <Textarea
                  {...common}
                  size="xs"
                  autosize
                  minRows={2}
                  maxRows={9}
                  onChange={(event) => set(event.currentTarget.value)}
                />
              )}
              {!plain && (
                <InsertVariable
                  label={`Insert a variable into ${label}, ${languageName(language)}`}
                  offers={offers}
                  onInsert={(path) => set(`${text}\${${path}}`)}
                />
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
