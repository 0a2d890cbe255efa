import { Button, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCopy } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { languageName } from '../../../shared/words.ts';
import { useEditor } from '../editor/context.tsx';
import type { Wording } from '../model/definition.ts';
import { missingIn, withText } from '../model/languages.ts';
import type { Readable } from '../model/scope.ts';
import { asksForVariables, atCaret, InsertVariable } from './insert-variable.tsx';
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

/** One text in each language, side by side; a missing one is marked by icon and word, and may begin as a copy of another. */
export function WordingField(props: WordingFieldProps) {
  const { label, hint, wording, onChange, optional } = props;
  const { languages } = useEditor();
  const name = useId();
  const empty = Object.keys(wording ?? {}).length === 0;
  const missing = optional && empty ? [] : missingIn(wording, languages);
  const written = languages.find((language) => wording?.[language]?.trim());
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
        {languages.map((language) => (
          <OneText
            key={language}
            {...props}
            language={language}
            missing={missing.includes(language)}
            other={written !== language ? written : undefined}
            set={(value) => {
              const next = withText(wording, language, value);
              onChange(optional && Object.keys(next).length === 0 ? undefined : next, `${label} ${language}`);
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface OneTextProps extends WordingFieldProps {
  language: string;
  missing: boolean;
  /** A language that has a text already. */
  other: string | undefined;
  set: (value: string) => void;
}

function OneText({ label, wording, short, plain, offers, language, missing, other, set }: OneTextProps) {
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [listed, setListed] = useState(false);
  const text = wording?.[language] ?? '';
  const common = {
    label: (
      <span className={classes.language}>
        {languageName(language)}
        {missing && (
          <span className={classes.missing}>
            <IconAlertTriangle size={13} stroke={2} aria-hidden /> missing
          </span>
        )}
      </span>
    ),
    ref: field,
    lang: language,
    dir: 'auto' as const,
    size: 'xs' as const,
    value: text,
    onKeyDown: (event: KeyboardEvent) => {
      if (plain || !asksForVariables(event)) return;
      event.preventDefault();
      setListed(true);
    },
  };
  return (
    <div className={classes.text}>
      {short ? (
        <TextInput {...common} onChange={(event) => set(event.currentTarget.value)} />
      ) : (
        <Textarea
          {...common}
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
          opened={listed}
          onOpened={setListed}
          onInsert={(path) => set(atCaret(field.current, text, `\${${path}}`))}
        />
      )}
      {missing && other && text === '' && (
        <Button
          className={classes.copy ?? ''}
          size="compact-xs"
          variant="subtle"
          leftSection={<IconCopy size={13} aria-hidden />}
          onClick={() => {
            set(wording?.[other] ?? '');
            // The button is gone with that; what it wrote is to be translated.
            field.current?.focus();
            requestAnimationFrame(() => field.current?.select());
          }}
        >
          Copy the {languageName(other)} text
        </Button>
      )}
    </div>
  );
}
