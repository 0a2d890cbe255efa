import { EmptyState, ErrorState, type PassageRef, Rows } from '@openteller/web-kit';
import { IconAlertTriangle, IconCopy, IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Chip } from '../../shared/chips.tsx';
import { pieces } from '../../shared/spans.ts';
import { percent, plural } from '../../shared/words.ts';
import { checksQuery } from './api.ts';
import classes from './document.module.css';

/** Where other documents say the same, or something else: an answer must not depend on which of them is found. */
export function ChecksTab({ slug, version }: { slug: string; version: number }) {
  const checks = useQuery(checksQuery(slug, version));
  if (checks.isPending) return <Rows count={3} height={120} />;
  if (checks.isError && !checks.data) {
    return (
      <ErrorState
        error={checks.error}
        title="The checks could not be loaded"
        retry={() => void checks.refetch()}
      />
    );
  }
  const { contradictions, nearDuplicates } = checks.data;
  if (contradictions.length + nearDuplicates.length === 0) {
    return (
      <EmptyState
        kind="done"
        icon={<IconShieldCheck size={26} stroke={1.6} />}
        title="Nothing speaks against it"
        text="No other document in force says the same or the opposite."
      />
    );
  }
  return (
    <>
      {contradictions.length > 0 && (
        <>
          <h2 className={classes.checkTitle} data-tone="danger">
            <IconAlertTriangle size={17} stroke={1.8} aria-hidden />
            {plural(contradictions.length, 'contradiction')}
          </h2>
          <p className={classes.sub}>While both are in force, a question about this goes to a person.</p>
          {contradictions.map((each, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: findings have no identity but their place
            <article key={index} className={classes.check}>
              <p className={classes.why}>{each.why}</p>
              <div className={classes.twin}>
                <Side
                  label={`This version, passage ${each.here.position + 1}`}
                  passage={each.here}
                  words={each.claims.map((claim) => claim.here)}
                />
                <Side passage={each.there} words={each.claims.map((claim) => claim.there)} />
              </div>
            </article>
          ))}
        </>
      )}
      {nearDuplicates.length > 0 && (
        <>
          <h2 className={classes.checkTitle}>
            <IconCopy size={17} stroke={1.8} aria-hidden />
            {plural(nearDuplicates.length, 'passage')} said nearly the same elsewhere
          </h2>
          <p className={classes.sub}>Two places to keep up to date: one of them could point to the other.</p>
          {nearDuplicates.map((each, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: findings have no identity but their place
            <article key={index} className={classes.check}>
              <Chip color="blue">{percent(each.similarity)} alike</Chip>
              <div className={classes.twin}>
                <Side
                  label={`This version, passage ${each.here.position + 1}`}
                  passage={each.here}
                  words={[]}
                />
                <Side passage={each.there} words={[]} />
              </div>
            </article>
          ))}
        </>
      )}
    </>
  );
}

function Side({ label, passage, words }: { label?: string; passage: PassageRef; words: string[] }) {
  const marks = words.flatMap((word) => {
    const start = word ? passage.text.indexOf(word) : -1;
    return start < 0 ? [] : [{ start, end: start + word.length, mark: true }];
  });
  return (
    <div className={classes.side}>
      <span className={classes.sub}>
        {label ??
          (passage.slug ? (
            <Link
              to="/knowledge/$slug"
              params={{ slug: passage.slug }}
              search={passage.version ? { v: passage.version, tab: 'passages' } : {}}
            >
              {passage.title ?? passage.slug}, version {passage.version}
            </Link>
          ) : (
            'Elsewhere'
          ))}
      </span>
      <p className={classes.passageText} dir="auto">
        {pieces(passage.text, marks).map((piece) =>
          piece.mark ? <mark key={piece.at}>{piece.text}</mark> : <span key={piece.at}>{piece.text}</span>,
        )}
      </p>
    </div>
  );
}
