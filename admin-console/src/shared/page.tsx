import { Skeleton, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import classes from './page.module.css';

interface PageProps {
  title: string;
  /** One sentence: what this page is for. */
  lead?: ReactNode;
  /** Beside the title: state of the thing that the page shows. */
  badge?: ReactNode;
  actions?: ReactNode;
  back?: { label: string; to: LinkProps['to'] };
  /** Uses the whole width instead of a readable column. */
  wide?: boolean;
  children: ReactNode;
}

/** Heading, actions and body: every page starts at the same place. */
export function Page({ title, lead, badge, actions, back, wide, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Admin console`;
  }, [title]);
  return (
    <div className={classes.page} data-wide={wide || undefined}>
      {back && (
        <Link to={back.to} className={classes.back}>
          <IconArrowLeft size={16} stroke={1.8} aria-hidden /> {back.label}
        </Link>
      )}
      <header className={classes.head}>
        <div className={classes.heading}>
          <h1 className={classes.title}>
            <span>{title}</span>
            {badge}
          </h1>
          {lead && <p className={classes.lead}>{lead}</p>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** A surface with a heading of its own. */
export function Card({
  title,
  hint,
  aside,
  flush,
  className,
  children,
}: {
  title?: string;
  hint?: ReactNode;
  aside?: ReactNode;
  /** The content touches the edges (tables, lists). */
  flush?: boolean;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <section className={`${classes.card} ${className ?? ''}`} data-flush={flush || undefined}>
      {title && (
        <div className={classes.cardHead}>
          <div>
            <h2 className={classes.cardTitle}>{title}</h2>
            {hint && <p className={classes.cardHint}>{hint}</p>}
          </div>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}

/** While a page's code is on its way. */
export function PageSkeleton() {
  return (
    <div className={classes.page} aria-busy="true" role="status" aria-label="Loading">
      <Stack gap="lg">
        <Skeleton height={34} width={220} />
        <Skeleton height={120} radius="lg" />
        <Skeleton height={420} radius="lg" />
      </Stack>
    </div>
  );
}
