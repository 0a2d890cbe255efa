import { Autocomplete, Button, Group, Modal, Select, TagsInput, TextInput } from '@mantine/core';
import { asProblem, type DocumentDetail, toast } from '@openteller/web-kit';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { libraryQuery } from '../../shared/library-query.ts';
import { useMe } from '../../shared/me.tsx';
import { languageName } from '../../shared/words.ts';
import { documentKey, saveAbout } from './api.ts';
import classes from './document.module.css';

const LANGUAGES = ['en', 'hi', 'ar', 'bn', 'ta', 'te', 'mr', 'gu', 'fr', 'es', 'de'];

export function AboutDialog({ document, onClose }: { document: DocumentDetail; onClose: () => void }) {
  const queries = useQueryClient();
  const me = useMe();
  const library = useQuery(libraryQuery({})).data;
  const [about, setAbout] = useState({
    title: document.title,
    category: document.category ?? '',
    tags: document.tags,
    language: document.language,
    owner: document.owner ?? '',
    reviewDue: document.reviewDue ?? '',
    appliesTo: document.appliesTo,
  });
  const set = (part: Partial<typeof about>) => setAbout((now) => ({ ...now, ...part }));
  const applies = (part: Partial<typeof about.appliesTo>) =>
    set({ appliesTo: { ...about.appliesTo, ...part } });
  const save = useMutation({
    mutationFn: () => saveAbout(document.slug, about),
    onSuccess: (detail) => {
      queries.setQueryData(documentKey(document.slug), detail);
      void queries.invalidateQueries({ queryKey: ['documents'] });
      toast('Saved');
      onClose();
    },
  });
  const problem = save.error ? asProblem(save.error) : undefined;
  const owners = [...new Set([me.name, ...(library?.items ?? []).flatMap((row) => row.owner ?? [])])];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (about.title.trim()) save.mutate();
  };
  return (
    <Modal opened onClose={onClose} title="About this document" radius="lg" size="lg">
      <form onSubmit={submit} noValidate>
        <TextInput
          label="Title"
          required
          maxLength={200}
          value={about.title}
          error={about.title.trim() ? undefined : 'A document needs a title'}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <div className={classes.pair}>
          <Autocomplete
            label="Owner"
            description="Answers for what it says"
            data={owners}
            value={about.owner}
            onChange={(owner) => set({ owner })}
          />
          <TextInput
            type="date"
            label="Review by"
            description="It is listed as due from then on"
            value={about.reviewDue}
            onChange={(event) => set({ reviewDue: event.currentTarget.value })}
          />
          <Autocomplete
            label="Category"
            data={(library?.categories ?? []).map(({ name }) => name)}
            value={about.category}
            onChange={(category) => set({ category })}
          />
          <Select
            label="Language"
            searchable
            allowDeselect={false}
            value={about.language}
            data={[...new Set([about.language, ...LANGUAGES])].map((value) => ({
              value,
              label: languageName(value),
            }))}
            onChange={(language) => language && set({ language })}
          />
        </div>
        <TagsInput
          label="Tags"
          mt="sm"
          data={(library?.tags ?? []).map(({ name }) => name)}
          value={about.tags}
          onChange={(tags) => set({ tags })}
        />
        <h3 className={classes.formPart}>Applies to</h3>
        <p className={classes.sub}>Leave a field empty and it speaks for everybody.</p>
        <div className={classes.pair}>
          <TagsInput
            label="Products"
            placeholder={about.appliesTo.products.length ? '' : 'credit-card'}
            value={about.appliesTo.products}
            onChange={(products) => applies({ products })}
          />
          <TagsInput
            label="Customer segments"
            placeholder={about.appliesTo.segments.length ? '' : 'premium'}
            value={about.appliesTo.segments}
            onChange={(segments) => applies({ segments })}
          />
          <TagsInput
            label="Jurisdictions"
            placeholder={about.appliesTo.jurisdictions.length ? '' : 'IN'}
            value={about.appliesTo.jurisdictions}
            onChange={(jurisdictions) =>
              applies({ jurisdictions: jurisdictions.map((each) => each.toUpperCase()) })
            }
          />
        </div>
        {problem && (
          <p className={classes.formProblem} role="alert">
            {problem.title}. {problem.detail}
          </p>
        )}
        <Group justify="flex-end" mt="lg">
          <Button variant="subtle" color="gray" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={save.isPending}>
            Save
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
