import { Alert, Button, Group, Select, TextInput } from '@mantine/core';
import type { DocumentPreview, Problem } from '@openteller/web-kit';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { languageName, plural } from '../../../shared/words.ts';
import { PassageList } from '../passage-list.tsx';
import classes from './upload.module.css';

const LANGUAGES = ['en', 'hi', 'ar'];

interface PreviewFormProps {
  file: File;
  preview: DocumentPreview;
  problem: Problem | undefined;
  onStore: (fields: Record<string, string>) => void;
  onOther: () => void;
}

/** What the assistant would be able to quote; title, category and language can be put right before it is stored. */
export function PreviewForm({ file, preview, problem, onStore, onOther }: PreviewFormProps) {
  const [title, setTitle] = useState(preview.title);
  const [category, setCategory] = useState('');
  const [language, setLanguage] = useState(preview.language);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() !== '') onStore({ title: title.trim(), category: category.trim(), language });
  };
  const choices = [...new Set([preview.language, ...LANGUAGES])];
  return (
    <form onSubmit={submit}>
      <TextInput
        label="Title"
        required
        maxLength={200}
        value={title}
        error={title.trim() === '' ? 'A document needs a title' : undefined}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Group grow mt="sm" align="flex-start">
        <TextInput
          label="Category"
          placeholder="As in the file, or “general”"
          maxLength={60}
          value={category}
          onChange={(event) => setCategory(event.currentTarget.value)}
        />
        <Select
          label="Language"
          allowDeselect={false}
          value={language}
          onChange={(value) => value && setLanguage(value)}
          data={choices.map((value) => ({ value, label: languageName(value) }))}
        />
      </Group>
      <h3 className={classes.previewTitle}>
        {preview.passages.length === 0
          ? 'No passage was found: the assistant could not quote anything from it'
          : `${plural(preview.passages.length, 'passage')} that the assistant can quote`}
      </h3>
      <section className={classes.preview} tabIndex={0} aria-label="Passages">
        <PassageList passages={preview.passages} />
      </section>
      {problem && (
        <Alert mt="md" color="red" icon={<IconAlertTriangle size={18} />} title={problem.title}>
          {problem.detail ?? 'Nothing was stored.'}
        </Alert>
      )}
      <Group justify="space-between" mt="lg">
        <Button variant="subtle" color="gray" onClick={onOther}>
          Choose another file
        </Button>
        <Button type="submit" disabled={preview.passages.length === 0}>
          Publish {file.name.length < 30 ? file.name : 'document'}
        </Button>
      </Group>
    </form>
  );
}
