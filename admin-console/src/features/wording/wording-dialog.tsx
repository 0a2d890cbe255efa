import { Button, Group, Modal, Select, Switch, TagsInput, Textarea } from '@mantine/core';
import { asProblem, toast, type Wording } from '@openteller/web-kit';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { overviewQuery } from '../../shared/intents-query.ts';
import { libraryQuery } from '../../shared/library-query.ts';
import { useCan, useMe } from '../../shared/me.tsx';
import { useUnsaved } from '../../shared/unsaved.tsx';
import { languageName } from '../../shared/words.ts';
import { saveWording } from './api.ts';
import classes from './wording.module.css';

const LANGUAGES = ['en', 'hi', 'ar', 'bn', 'ta', 'te', 'mr', 'gu', 'fr', 'es', 'de'];

export function WordingDialog({ wording, onClose }: { wording: Wording | undefined; onClose: () => void }) {
  const queries = useQueryClient();
  const { bank } = useMe();
  const mayReadIntents = useCan('INTENT_READ');
  const intents = useQuery({ ...overviewQuery, enabled: mayReadIntents }).data?.items ?? [];
  const known = intents.map(({ name, title }) => ({ value: name, label: title }));
  const documents = useQuery(libraryQuery({})).data?.items ?? [];
  const [questions, setQuestions] = useState(wording?.questions ?? []);
  const [text, setText] = useState(wording?.text ?? '');
  const [intent, setIntent] = useState(wording?.intent ?? '');
  const [language, setLanguage] = useState(wording?.language ?? bank.locale.split('-')[0] ?? 'en');
  const [strict, setStrict] = useState(wording?.strict ?? false);
  const [slug, setSlug] = useState(wording?.documentSlug);
  const [tried, setTried] = useState(false);
  const { leave, saved } = useUnsaved(
    text !== (wording?.text ?? '') || questions.join('\n') !== (wording?.questions ?? []).join('\n'),
  );
  const close = () => void leave(onClose);
  const save = useMutation({
    mutationFn: () =>
      saveWording(wording?.id, {
        questions,
        text: text.trim(),
        language,
        strict,
        ...(intent.trim() ? { intent: intent.trim() } : {}),
        ...(slug ? { documentSlug: slug } : {}),
      }),
    onSuccess: () => {
      saved();
      void queries.invalidateQueries({ queryKey: ['wording'] });
      toast('Saved: somebody else can approve it now');
      onClose();
    },
  });
  const problem = save.error ? asProblem(save.error) : undefined;
  const nothingAsked = questions.length === 0 && !intent.trim();
  const strictWithout = strict && !intent.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (text.trim() && !nothingAsked && !strictWithout) save.mutate();
  };
  return (
    <Modal opened onClose={close} title={wording ? 'Edit the wording' : 'New wording'} size="lg" radius="lg">
      <form className={classes.form} onSubmit={submit} noValidate>
        <TagsInput
          label="Questions it answers"
          description="Press Enter after each one"
          value={questions}
          error={tried && nothingAsked ? 'Give at least one question or an intent' : undefined}
          onChange={setQuestions}
        />
        <Textarea
          label="What is said"
          required
          autosize
          minRows={4}
          maxLength={2_000}
          dir="auto"
          value={text}
          error={tried && !text.trim() ? 'There is nothing to say yet' : undefined}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className={classes.fields}>
          <Select
            label="Intent"
            description="What the customer is after"
            searchable
            clearable
            value={intent || null}
            data={
              known.some((each) => each.value === intent) || !intent
                ? known
                : [...known, { value: intent, label: intent }]
            }
            onChange={(value) => setIntent(value ?? '')}
          />
          <Select
            label="Language"
            description="Of these words"
            searchable
            allowDeselect={false}
            value={language}
            data={[...new Set([language, ...LANGUAGES])].map((value) => ({
              value,
              label: languageName(value),
            }))}
            onChange={(value) => value && setLanguage(value)}
          />
          <Select
            label="Source to cite"
            description="While it says the same"
            searchable
            clearable
            value={slug ?? null}
            data={documents.map((each) => ({ value: each.slug, label: each.title }))}
            onChange={(value) => setSlug(value ?? undefined)}
          />
        </div>
        <Switch
          label="Strict: say exactly this, and nothing else"
          description="For this intent no other sentence is ever put together."
          error={tried && strictWithout ? 'Strict wording is for an intent: name it above' : undefined}
          checked={strict}
          onChange={(event) => setStrict(event.currentTarget.checked)}
        />
        {problem && (
          <p className={classes.formProblem} role="alert">
            {problem.title}. {problem.detail}
          </p>
        )}
        <Group justify="flex-end">
          <Button variant="subtle" color="gray" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={save.isPending}>
            Save for review
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
