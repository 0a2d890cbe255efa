import type { DiffRow, Span } from '@openteller/web-kit';
import { pieces } from '../../shared/spans.ts';
import classes from './diff.module.css';

export function DiffRowView({ row }: { row: DiffRow }) {
  if (row.kind === 'SAME') {
    const text = row.right ?? row.left ?? '';
    return (
      <div className={classes.row} data-kind="SAME">
        <div className={classes.cell} dir="auto">
          {text}
        </div>
        <div className={classes.cell} data-twin dir="auto" aria-hidden>
          {text}
        </div>
      </div>
    );
  }
  const hasLeft = row.kind !== 'ADDED';
  const hasRight = row.kind !== 'REMOVED';
  return (
    <div className={classes.row} data-kind={row.kind}>
      <div className={classes.cell} data-side={hasLeft ? 'left' : 'none'} dir="auto">
        {hasLeft && (
          <>
            <span className="ot-visually-hidden">Before: </span>
            <Words text={row.left ?? ''} spans={row.leftSpans} as="del" />
          </>
        )}
      </div>
      <div className={classes.cell} data-side={hasRight ? 'right' : 'none'} dir="auto">
        {hasRight && (
          <>
            <span className="ot-visually-hidden">After: </span>
            <Words text={row.right ?? ''} spans={row.rightSpans} as="ins" />
          </>
        )}
      </div>
    </div>
  );
}

function Words({
  text,
  spans = [],
  as: Mark,
}: {
  text: string;
  spans?: Span[] | undefined;
  as: 'ins' | 'del';
}) {
  const marks = spans.map(([start, end]) => ({ start, end, mark: true }));
  return pieces(text, marks).map((piece) =>
    piece.mark ? <Mark key={piece.at}>{piece.text}</Mark> : <span key={piece.at}>{piece.text}</span>,
  );
}
