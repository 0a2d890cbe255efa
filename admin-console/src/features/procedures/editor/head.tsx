import { Button, Menu } from '@mantine/core';
import { type Command, toast, toastProblem, useCommands } from '@openteller/web-kit';
import {
  IconArrowLeft,
  IconChevronDown,
  IconFileExport,
  IconHistory,
  IconRestore,
  IconUpload,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { Chip } from '../../../shared/chips.tsx';
import { PermitButton } from '../../../shared/permitted.tsx';
import { deleteDraft } from '../api/draft.ts';
import type { Procedure } from '../api/types.ts';
import { exportPath } from '../api/versions.ts';
import { said } from '../model/languages.ts';
import { PublishDialog } from '../publish/publish-dialog.tsx';
import { useEditor } from './context.tsx';
import classes from './editor.module.css';
import { SaveNote } from './save-note.tsx';

interface HeadProps {
  procedure: Procedure;
  reload: () => Promise<void>;
}

/** Which procedure this is, whether it is saved, and the way to publish it. */
export function Head({ procedure, reload }: HeadProps) {
  const { draft, languages, mayWrite } = useEditor();
  const [publishing, setPublishing] = useState(false);
  const title = said(draft.sheet.definition.title, languages) || procedure.id;
  useEffect(() => {
    document.title = `${title} · Admin console`;
  }, [title]);
  const changed = Boolean(draft.saver.etag) && mayWrite;
  useCommands(
    useMemo<Command[]>(
      () =>
        changed
          ? [
              {
                id: 'p-publish',
                label: 'Ask for publication',
                group: 'Procedure',
                keys: 'mod+Enter',
                run: () => setPublishing(true),
              },
            ]
          : [],
      [changed],
    ),
  );
  return (
    <header className={classes.head}>
      <div className={classes.heading}>
        <Link to="/procedures" className={classes.back} aria-label="Procedures">
          <IconArrowLeft size={18} stroke={1.8} aria-hidden />
        </Link>
        <h1 className={classes.title}>{title}</h1>
        {procedure.published ? (
          <Chip color="teal">version {procedure.published.version} in force</Chip>
        ) : (
          <Chip color="gray">never published</Chip>
        )}
        {draft.saver.etag && <Chip color="yellow">draft</Chip>}
        <SaveNote />
      </div>
      <div className={classes.headActions}>
        <More procedure={procedure} reload={reload} />
        <PermitButton
          needs="PROCEDURE_WRITE"
          size="sm"
          leftSection={<IconUpload size={16} />}
          blocked={draft.saver.etag ? undefined : 'Nothing is changed since the version in force'}
          onClick={() => setPublishing(true)}
        >
          Publish…
        </PermitButton>
      </div>
      {publishing && (
        <PublishDialog procedure={procedure} reload={reload} onClose={() => setPublishing(false)} />
      )}
    </header>
  );
}

function More({ procedure, reload }: HeadProps) {
  const { draft, mayWrite } = useEditor();
  const navigate = useNavigate({ from: '/procedures/$id' });
  const { id, published } = procedure;
  const discard = useMutation({
    mutationFn: () => deleteDraft(id),
    onSuccess: () => {
      toast('The draft is gone');
      void reload();
    },
    onError: (error) => toastProblem(error, 'The draft is still there'),
  });
  const which = draft.saver.etag ? 'draft' : (published?.version ?? 'draft');
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <Button variant="default" size="sm" rightSection={<IconChevronDown size={15} />}>
          More
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconHistory size={16} />}
          onClick={() => void navigate({ search: { page: 'versions' } })}
        >
          Versions
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileExport size={16} />}
          component="a"
          href={exportPath(id, which, 'yaml')}
          download={`${id}.yaml`}
        >
          Export as YAML
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileExport size={16} />}
          component="a"
          href={exportPath(id, which, 'json')}
          download={`${id}.json`}
        >
          Export as JSON
        </Menu.Item>
        {mayWrite && published && draft.saver.etag && (
          <Menu.Item color="red" leftSection={<IconRestore size={16} />} onClick={() => discard.mutate()}>
            Discard the draft
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
