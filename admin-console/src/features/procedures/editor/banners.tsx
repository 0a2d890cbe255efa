import { Ago } from '@openteller/web-kit';
import { IconUserCheck, IconUserX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Procedure } from '../api/types.ts';
import { useEditor } from './context.tsx';
import classes from './editor.module.css';

/** What waits for a second person, or what that person said, above the editor. */
export function Banners({ procedure }: { procedure: Procedure }) {
  const { draft } = useEditor();
  const { waiting, refused, id } = procedure;
  if (!waiting && refused) {
    return (
      <div className={classes.banner} role="note">
        <IconUserX size={18} stroke={1.8} aria-hidden />
        <span>
          <strong>Refused.</strong> {refused.by} <Ago at={refused.at} />: “{refused.reason}”
        </span>
      </div>
    );
  }
  if (!waiting) return null;
  const later = draft.saver.etag !== undefined && draft.saver.etag !== waiting.etag;
  return (
    <div className={classes.banner} role="note">
      <IconUserCheck size={18} stroke={1.8} aria-hidden />
      <span>
        <strong>Waits for a second person.</strong> Asked by {waiting.askedBy} <Ago at={waiting.askedAt} />
        {waiting.comment && <>: “{waiting.comment}”</>}
        {later && '. The draft was changed after that; what waits is the state that was asked for.'}
      </span>
      <Link to="/procedures/$id" params={{ id }} search={{ page: 'review' }} className={classes.bannerLink}>
        {waiting.mine ? 'See what waits' : 'Review'}
      </Link>
    </div>
  );
}
