import { Ago, type DocumentRow, dayOf, useNow } from '@openteller/web-kit';
import {
  IconCalendarDue,
  IconFileText,
  IconFileTypeDocx,
  IconFileTypePdf,
  IconHtml,
  IconMarkdown,
  IconTable,
} from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { type Column, DataTable } from '../../shared/data-table.tsx';
import { StandingChip } from '../../shared/standing.tsx';
import { humanise, languageName, NONE } from '../../shared/words.ts';
import classes from './library.module.css';
import { reviewOf } from './review.ts';

const ICONS: Record<string, typeof IconFileText> = {
  MARKDOWN: IconMarkdown,
  HTML: IconHtml,
  PDF: IconFileTypePdf,
  DOCX: IconFileTypeDocx,
  XLSX: IconTable,
  CSV: IconTable,
};

const COLUMNS: Column<DocumentRow>[] = [
  {
    id: 'title',
    header: 'Document',
    width: '31%',
    sort: (row) => row.title.toLowerCase(),
    cell: (row) => <Title row={row} />,
  },
  {
    id: 'category',
    header: 'Category',
    width: 120,
    wideOnly: true,
    sort: (row) => row.category ?? '',
    cell: (row) => (row.category ? humanise(row.category) : NONE),
  },
  {
    id: 'standing',
    header: 'Standing',
    width: 160,
    sort: (row) => row.latest.standing,
    cell: (row) => <Standing row={row} />,
  },
  {
    id: 'owner',
    header: 'Owner',
    width: 130,
    wideOnly: true,
    sort: (row) => row.owner ?? '',
    cell: (row) => row.owner ?? <span className={classes.sub}>Nobody</span>,
  },
  {
    id: 'review',
    header: 'Review by',
    width: 130,
    wideOnly: true,
    sort: (row) => row.reviewDue ?? '9999',
    cell: (row) => <ReviewDay day={row.reviewDue} />,
  },
  {
    id: 'passages',
    header: 'Passages',
    width: 100,
    wideOnly: true,
    align: 'end',
    sort: (row) => row.passages,
    cell: (row) => row.passages,
  },
  {
    id: 'updated',
    header: 'Changed',
    width: 140,
    wideOnly: true,
    sort: (row) => row.updatedAt,
    cell: (row) => (
      <span className={classes.sub}>
        <Ago at={row.updatedAt} />
        <br />
        {row.updatedBy}
      </span>
    ),
  },
];

function Title({ row }: { row: DocumentRow }) {
  const Icon = ICONS[row.format] ?? IconFileText;
  return (
    <span className={classes.document}>
      <span className={classes.format} data-format={row.format} title={humanise(row.format ?? '')}>
        <Icon size={19} stroke={1.6} aria-hidden />
      </span>
      <span className={classes.documentText}>
        <Link to="/knowledge/$slug" params={{ slug: row.slug }} className={classes.documentTitle} dir="auto">
          {row.title}
        </Link>
        <span className={classes.sub}>
          {[languageName(row.language), ...row.tags.slice(0, 3).map((tag) => `#${tag}`)].join(' · ')}
        </span>
      </span>
    </span>
  );
}

/** What answers are made from, and beside it the version on its way there. */
function Standing({ row: { effective, latest } }: { row: DocumentRow }) {
  const pending = effective && latest.version !== effective.version;
  return (
    <span className={classes.standing}>
      <span>
        <StandingChip standing={effective ? 'EFFECTIVE' : latest.standing} />
        <span className={classes.sub}> v{effective?.version ?? latest.version}</span>
      </span>
      {pending && (
        <span>
          <StandingChip standing={latest.standing} />
          <span className={classes.sub}> v{latest.version}</span>
        </span>
      )}
    </span>
  );
}

function ReviewDay({ day }: { day: string | undefined }) {
  const review = reviewOf(day, useNow(60_000));
  if (!day || !review) return <span className={classes.sub}>{NONE}</span>;
  return (
    <span className={classes.review} data-review={review}>
      {review !== 'LATER' && <IconCalendarDue size={15} stroke={1.8} aria-hidden />}
      <span>
        {dayOf(day)}
        {review === 'OVERDUE' && <span className={classes.reviewWord}>Overdue</span>}
      </span>
    </span>
  );
}

export function DocumentTable({ documents }: { documents: readonly DocumentRow[] }) {
  const navigate = useNavigate();
  return (
    <DataTable
      label="Documents"
      columns={COLUMNS}
      rows={documents}
      rowId={(row) => row.slug}
      onOpen={(row) => void navigate({ to: '/knowledge/$slug', params: { slug: row.slug } })}
    />
  );
}
