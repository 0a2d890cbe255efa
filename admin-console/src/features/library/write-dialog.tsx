import { Autocomplete, Button, Group, Modal, Select, TextInput } from '@mantine/core';
import { api, asProblem, type DocumentDetail, toast } from '@openteller/web-kit';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { libraryQuery } from '../../shared/library-query.ts';
import { MarkdownEditor } from '../../shared/markdown/markdown-editor.tsx';
import { useMe } from '../../shared/me.tsx';
import { useUnsaved } from '../../shared/unsaved.tsx';
import { languageName } from '../../shared/words.ts';
import classes from './library.module.css';

const LANGUAGES = ['en', 'hi', 'ar', 'bn', 'ta', 'te', 'mr', 'gu', 'fr', 'es', 'de'];

/** A document written here instead of uploaded. It is a draft until somebody else approves it. */
export function WriteDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Write a document"
      size={1080}
      radius="lg"
      closeOnClickOutside={false}
    >
      <WriteForm onClose={onClose} />
    </Modal>
  );
}

function WriteForm({ onClose }: { onClose: () => void }) {
  const { bank } = useMe();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const categories = useQuery(libraryQuery({})).data?.categories ?? [];
  const [title, setTitle] = useState('');
  const [category, setCategory] = useState('');
  const [language, setLanguage] = useState(bank.locale.split('-')[0] ?? 'en');
  const [markdown, setMarkdown] = useState('');
  const [tried, setTried] = useState(false);
  // Closing the dialog changes the address, so one question covers every way out.
  const { saved } = useUnsaved(title.trim() !== '' || markdown.trim() !== '');
  const store = useMutation({
    mutationFn: () =>
      api.post<DocumentDetail>('/api/v1/documents/text', {
        title: title.trim(),
        markdown,
        language,
        ...(category.trim() ? { category: category.trim() } : {}),
      }),
    onSuccess: (stored) => {
      saved();
      toast(`“${stored.title}” is a draft now`);
      void queries.invalidateQueries({ queryKey: ['documents'] });
      void navigate({ to: '/knowledge/$slug', params: { slug: stored.slug } });
    },
  });
  const problem = store.error ? asProblem(store.error) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (title.trim() && markdown.trim()) store.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <div className={classes.writeFields}>
        <TextInput
          label="Title"
          required
          data-autofocus
          maxLength={200}
          value={title}
          error={tried && !title.trim() ? 'A document needs a title' : undefined}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Autocomplete
          label="Category"
          placeholder="Found from the text if empty"
          maxLength={60}
          data={categories.map(({ name }) => name)}
          value={category}
          onChange={setCategory}
        />
        <Select
          label="Language"
          searchable
          allowDeselect={false}
          value={language}
          onChange={(value) => value && setLanguage(value)}
          data={[...new Set([language, ...LANGUAGES])].map((value) => ({
            value,
            label: languageName(value),
          }))}
        />
      </div>
      <MarkdownEditor
        label="Text"
        value={markdown}
        onChange={setMarkdown}
        error={tried && !markdown.trim() ? 'There is nothing to store yet' : undefined}
      />
      {problem && (
        <p className={classes.formProblem} role="alert">
          {problem.title}. {problem.detail}
        </p>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="subtle" color="gray" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={store.isPending}>
          Save draft
        </Button>
      </Group>
    </form>
  );
}
