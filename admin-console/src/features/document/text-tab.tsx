import { Button, Group, TextInput } from '@mantine/core';
import {
  asProblem,
  type DocumentDetail,
  type DocumentVersion,
  ErrorState,
  Rows,
  toast,
  type VersionText,
} from '@openteller/web-kit';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { MarkdownEditor } from '../../shared/markdown/markdown-editor.tsx';
import { MarkdownView } from '../../shared/markdown/markdown-view.tsx';
import { useUnsaved } from '../../shared/unsaved.tsx';
import { documentKey, saveText, versionQuery, writeVersion } from './api.ts';
import classes from './document.module.css';
import { PassageList } from './passage-list.tsx';

interface TextTabProps {
  document: DocumentDetail;
  version: DocumentVersion;
  editing: boolean;
  onStop: () => void;
}

/** The version as it reads; a draft can be written on here. */
export function TextTab({ document, version, editing, onStop }: TextTabProps) {
  const { slug } = document;
  const text = useQuery(versionQuery(slug, version.version));
  if (text.isPending) return <Rows count={7} height={40} />;
  if (text.isError && !text.data) {
    return (
      <ErrorState
        error={text.error}
        title="This version could not be loaded"
        retry={() => void text.refetch()}
      />
    );
  }
  if (editing) return <Editor document={document} version={version} text={text.data} onStop={onStop} />;
  if (text.data.markdown !== undefined) return <MarkdownView markdown={text.data.markdown} />;
  return (
    <>
      <p className={classes.fileNote}>
        This version came from a file. This is the text that was read from it.
      </p>
      <PassageList passages={text.data.passages} />
    </>
  );
}

interface EditorProps {
  document: DocumentDetail;
  version: DocumentVersion;
  text: VersionText;
  onStop: () => void;
}

function Editor({ document, version, text, onStop }: EditorProps) {
  const { slug } = document;
  // What was approved or is being reviewed stays as it is: to change it means to write the next version.
  const frozen = version.standing !== 'DRAFT' && version.standing !== 'REJECTED';
  const queries = useQueryClient();
  const navigate = useNavigate({ from: '/knowledge/$slug' });
  const [begun] = useState(() => ({
    markdown: text.markdown ?? asMarkdown(text),
    changeNote: frozen ? '' : (version.changeNote ?? ''),
  }));
  const [markdown, setMarkdown] = useState(begun.markdown);
  const [changeNote, setChangeNote] = useState(begun.changeNote);
  const { leave, saved } = useUnsaved(markdown !== begun.markdown || changeNote !== begun.changeNote);
  const save = useMutation({
    mutationFn: async () => {
      const note = changeNote.trim() ? { changeNote: changeNote.trim() } : {};
      if (!frozen) return void (await saveText(slug, version.version, { markdown, ...note }));
      const { latest } = await writeVersion(document, { markdown });
      if (changeNote.trim()) await saveText(slug, latest.version, { markdown, ...note });
    },
    onSuccess: async () => {
      saved();
      if (frozen) void navigate({ search: {}, replace: true });
      await queries.invalidateQueries({ queryKey: documentKey(slug) });
      void queries.invalidateQueries({ queryKey: ['documents'] });
      toast(frozen ? 'The next version is a draft now' : 'Draft saved');
      onStop();
    },
  });
  const problem = save.error ? asProblem(save.error) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (markdown.trim()) save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <MarkdownEditor
        label={frozen ? 'Text of the next version' : `Text of version ${version.version}`}
        value={markdown}
        onChange={setMarkdown}
        error={markdown.trim() ? undefined : 'There is nothing to store'}
      />
      <TextInput
        mt="md"
        label="What changed"
        description="Read by whoever approves it"
        maxLength={300}
        value={changeNote}
        onChange={(event) => setChangeNote(event.currentTarget.value)}
      />
      {problem && (
        <p className={classes.formProblem} role="alert">
          {problem.title}. {problem.detail}
        </p>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="subtle" color="gray" onClick={() => void leave(onStop)}>
          Discard changes
        </Button>
        <Button type="submit" loading={save.isPending}>
          Save draft
        </Button>
      </Group>
    </form>
  );
}

/** A version that came from a file begins as its passages. */
function asMarkdown(text: VersionText): string {
  const parts = text.passages.map(
    ({ heading, text: words }) => `${heading ? `## ${heading}\n\n` : ''}${words}`,
  );
  return parts.join('\n\n');
}
