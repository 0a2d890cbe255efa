import { EmptyState, ErrorState, Rows } from '@openteller/web-kit';
import { useQuery } from '@tanstack/react-query';
import { plural } from '../../shared/words.ts';
import { versionQuery } from './api.ts';
import classes from './document.module.css';
import { PassageList } from './passage-list.tsx';

export function PassagesTab({ slug, version }: { slug: string; version: number }) {
  const text = useQuery(versionQuery(slug, version));
  if (text.isPending) return <Rows count={6} height={70} />;
  if (text.isError && !text.data) {
    return (
      <ErrorState
        error={text.error}
        title="The passages could not be loaded"
        retry={() => void text.refetch()}
      />
    );
  }
  const { passages } = text.data;
  if (passages.length === 0) {
    return (
      <EmptyState kind="none" title="No passage" text="This version has no text that could be quoted." />
    );
  }
  return (
    <>
      <p className={classes.fileNote}>
        {plural(passages.length, 'passage')}. The search finds these pieces, and an answer quotes them word
        for word.
      </p>
      <PassageList passages={passages} />
    </>
  );
}
