import { Ago, EmptyState } from '@openteller/web-kit';
import { IconUserCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { SecondWord } from '../../../shared/drafts/second-word.tsx';
import { Card } from '../../../shared/page.tsx';
import { approvePublication, refusePublication } from '../api/publication.ts';
import type { Procedure, Waiting } from '../api/types.ts';
import { useEditor } from '../editor/context.tsx';
import type { Definition } from '../model/definition.ts';
import { DrawnDiff } from '../versions/drawn-diff.tsx';
import { SubPage } from '../versions/sub-page.tsx';
import classes from './publish.module.css';

/** What waits for a second person, drawn beside the version in force. */
export function ReviewPage({ procedure, reload }: { procedure: Procedure; reload: () => Promise<void> }) {
  const { draft } = useEditor();
  const { waiting, published, id } = procedure;
  if (!waiting) {
    return (
      <SubPage id={id} title="Nothing waits">
        <Card>
          <EmptyState
            kind="done"
            icon={<IconUserCheck size={26} stroke={1.6} />}
            title="Nothing waits for a second person"
            text="Whoever writes a procedure asks for its publication in the editor."
          />
        </Card>
      </SubPage>
    );
  }
  const wanted = waiting.definition ?? draft.sheet.definition;
  const layout = waiting.layout ?? draft.sheet.layout;
  const nothing: Definition = { ...wanted, nodes: {} };
  return (
    <SubPage
      id={id}
      title="Waits for a second person"
      actions={<Decide procedure={procedure} reload={reload} />}
    >
      <Request waiting={waiting} inForce={published?.version} />
      {!waiting.definition && draft.saver.etag !== waiting.etag && (
        <p className={classes.problem} role="alert">
          The draft was changed after it was asked for: what is drawn here is newer than what waits.
        </p>
      )}
      <DrawnDiff
        before={published?.definition ?? nothing}
        after={{ definition: wanted, layout }}
        names={{ before: published ? `Version ${published.version}` : 'Nothing', after: 'Wanted' }}
      />
    </SubPage>
  );
}

function Request({ waiting, inForce }: { waiting: Waiting; inForce: number | undefined }) {
  return (
    <div className={classes.request}>
      <p>
        <strong>{waiting.askedBy}</strong> asked <Ago at={waiting.askedAt} />:{' '}
        {waiting.comment ? `“${waiting.comment}”` : 'without a word.'}
      </p>
      <p className={classes.why}>
        {inForce ? `Compared with version ${inForce}, which is in force.` : 'It was never published before.'}{' '}
        {waiting.mine && 'You wrote or asked for this, so somebody else decides.'}
      </p>
    </div>
  );
}

function Decide({ procedure, reload }: { procedure: Procedure; reload: () => Promise<void> }) {
  const navigate = useNavigate();
  const { id, waiting } = procedure;
  return (
    <SecondWord
      needs="PROCEDURE_APPROVE"
      mine={waiting?.mine === true}
      approve={() => approvePublication(id, waiting?.etag ?? '')}
      refuse={(reason) => refusePublication(id, reason)}
      approved={({ published }) => `Version ${published?.version ?? ''} is in force`}
      onDone={() => {
        void reload();
        void navigate({ to: '/procedures/$id', params: { id } });
      }}
    />
  );
}
