import { Ago, type DocumentDetail, dayOf } from '@openteller/web-kit';
import { IconExternalLink } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMe } from '../../shared/me.tsx';
import { Card } from '../../shared/page.tsx';
import { StandingChip } from '../../shared/standing.tsx';
import classes from './document.module.css';

/** Every version ever, newest first; decisions name the version they quoted, so none disappears. */
export function VersionTimeline({ document, shown }: { document: DocumentDetail; shown: number }) {
  const { bank } = useMe();
  return (
    <Card title="Versions">
      <ol className={classes.timeline}>
        {document.versions.map((each) => (
          <li
            key={each.version}
            data-standing={each.standing}
            data-shown={each.version === shown || undefined}
          >
            <span className={classes.dot} aria-hidden />
            <div className={classes.timelineText}>
              <span className={classes.timelineHead}>
                <Link
                  from="/knowledge/$slug"
                  to="/knowledge/$slug"
                  params={{ slug: document.slug }}
                  search={(now) => ({
                    ...(now.tab ? { tab: now.tab } : {}),
                    v: each.version,
                  })}
                  aria-current={each.version === shown ? 'page' : undefined}
                >
                  Version {each.version}
                </Link>
                <StandingChip standing={each.standing} />
              </span>
              <span className={classes.sub}>
                {each.by} · <Ago at={each.at} />
              </span>
              {each.effectiveFrom && (
                <span className={classes.sub}>
                  {dayOf(each.effectiveFrom)} – {endOf(each) ?? 'open'}
                </span>
              )}
              {each.effectiveFrom && each.standing !== 'SCHEDULED' && (
                <a
                  className={classes.helpLink}
                  href={`/help/${bank.slug}/${document.slug}/${each.version}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  As customers see it <IconExternalLink size={13} stroke={1.8} aria-hidden />
                </a>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function endOf(version: { supersededAt?: string; revokedAt?: string; effectiveUntil?: string }) {
  const ends = [version.supersededAt, version.revokedAt, version.effectiveUntil].filter(
    (each) => each !== undefined,
  );
  const first = ends.sort()[0];
  return first && dayOf(first);
}
