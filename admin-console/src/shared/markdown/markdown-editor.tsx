import { SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import { plural } from '../words.ts';
import classes from './markdown.module.css';
import { MarkdownView } from './markdown-view.tsx';

interface MarkdownEditorProps {
  value: string;
  onChange: (markdown: string) => void;
  label: string;
  error?: string | undefined;
}

/** Text beside what it becomes; on a phone one of the two at a time. */
export function MarkdownEditor({ value, onChange, label, error }: MarkdownEditorProps) {
  const [shown, setShown] = useState<'write' | 'preview'>('write');
  const words = value.trim() === '' ? 0 : value.trim().split(/\s+/).length;
  return (
    <div className={classes.editor} data-shown={shown}>
      <SegmentedControl
        className={classes.switch ?? ''}
        size="xs"
        aria-label="What is shown"
        value={shown}
        onChange={(next) => setShown(next === 'preview' ? 'preview' : 'write')}
        data={[
          { value: 'write', label: 'Write' },
          { value: 'preview', label: 'Preview' },
        ]}
      />
      <div className={classes.write}>
        <Textarea
          label={label}
          description={`Markdown. Each heading begins a passage. ${plural(words, 'word')}.`}
          autosize
          minRows={14}
          maxRows={28}
          dir="auto"
          spellCheck
          value={value}
          error={error}
          onChange={(event) => onChange(event.currentTarget.value)}
          classNames={{ input: classes.input ?? '' }}
        />
      </div>
      <section className={classes.preview} aria-label="Preview" tabIndex={0}>
        {value.trim() === '' ? (
          <p className={classes.nothing}>What you write appears here as customers will read it.</p>
        ) : (
          <MarkdownView markdown={value} />
        )}
      </section>
    </div>
  );
}
