import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { count } from '../../../shared/words.ts';
import { promptsQuery } from '../api/prompts.ts';

/** The wording that the task is asked with; nothing when the platform names none. */
export function PromptLine({ task }: { task: string }) {
  const prompts = useQuery(promptsQuery);
  const own = prompts.data?.find((each) => each.task === task);
  if (!own) return null;
  return (
    <>
      {' '}
      Asked with the prompt <code title={own.digest}>{own.version}</code>
      {own.release !== undefined && (
        <>
          , since <Link to="/releases">release {count(own.release)}</Link>
        </>
      )}
      .
    </>
  );
}
