import classes from '../models.module.css';

/** A text as it was stored; a long one scrolls by itself. */
export function Said({ title, text, none }: { title: string; text: string | undefined; none: string }) {
  return (
    <section className={classes.said} aria-label={title}>
      <h3>{title}</h3>
      {text ? (
        <pre dir="auto" tabIndex={0}>
          {text}
        </pre>
      ) : (
        <p className={classes.sub}>{none}</p>
      )}
    </section>
  );
}
