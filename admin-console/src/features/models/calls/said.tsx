import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import classes from '../models.module.css';

interface SaidProps {
  title: string;
  text: string | undefined;
  none: string;
  /** Seen only when somebody wants to. */
  folded?: boolean;
}

/** A text as it was stored; a long one scrolls by itself. */
export function Said({ title, text, none, folded = false }: SaidProps) {
  const [open, setOpen] = useState(!folded);
  const Arrow = open ? IconChevronDown : IconChevronRight;
  return (
    <section className={classes.said} aria-label={title}>
      <h3>
        {folded ? (
          <UnstyledButton className={classes.fold ?? ''} aria-expanded={open} onClick={() => setOpen(!open)}>
            <Arrow size={15} aria-hidden /> {title}
          </UnstyledButton>
        ) : (
          title
        )}
      </h3>
      {open &&
        (text ? (
          <pre dir="auto" tabIndex={0}>
            {text}
          </pre>
        ) : (
          <p className={classes.sub}>{none}</p>
        ))}
    </section>
  );
}
