import { UnstyledButton } from '@mantine/core';
import { IconQuote } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Chip } from '../../../shared/chips.tsx';
import { percent } from '../../../shared/words.ts';
import type { ReadDecision } from './complete.ts';
import classes from './decision.module.css';

/** The passages in the order of their score, each with the version that was in force. */
export function Passages({ passages }: { passages: ReadDecision['passages'] }) {
  return passages.map((passage, index) => (
    <article
      // biome-ignore lint/suspicious/noArrayIndexKey: the record never changes, and a document may appear twice
      key={index}
      className={classes.passage}
      data-cited={passage.cited || undefined}
    >
      <header className={classes.passageHead}>
        <Link to="/knowledge/$slug" params={{ slug: passage.document }} className={classes.passageTitle}>
          {passage.title}
        </Link>
        {passage.cited && (
          <Chip color="iris">
            <IconQuote size={11} aria-hidden /> Cited
          </Chip>
        )}
        <span className={classes.passageFacts}>
          version {passage.version} · score {passage.score.toFixed(2)} · covers {percent(passage.coverage)}
        </span>
      </header>
      {passage.heading && <p className={classes.passageHeading}>{passage.heading}</p>}
      <Words text={passage.text} />
    </article>
  ));
}

const LONG = 320;

/** Long passages begin folded to three lines. */
function Words({ text }: { text: string }) {
  const [open, setOpen] = useState(text.length <= LONG);
  return (
    <>
      <p className={classes.passageText} data-folded={!open || undefined} dir="auto">
        {text}
      </p>
      {text.length > LONG && (
        <UnstyledButton className={classes.more ?? ''} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Show less' : 'Show all'}
        </UnstyledButton>
      )}
    </>
  );
}
