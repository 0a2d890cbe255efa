import { Ago, type DocumentFormat, type KnowledgeDocument } from '@openteller/web-kit';
import {
  IconFileText,
  IconFileTypeDocx,
  IconFileTypeHtml,
  IconFileTypePdf,
  IconMarkdown,
} from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { Chip } from '../../shared/chips.tsx';
import { type Column, DataTable } from '../../shared/data-table.tsx';
import { humanise, languageName } from '../../shared/words.ts';
import classes from './knowledge.module.css';

const ICONS: Record<DocumentFormat, typeof IconFileText> = {
  MARKDOWN: IconMarkdown,
  HTML: IconFileTypeHtml,
  PDF: IconFileTypePdf,
  DOCX: IconFileTypeDocx,
  TEXT: IconFileText,
};

const COLUMNS: Column<KnowledgeDocument>[] = [
  {
    id: 'title',
    header: 'Document',
    sort: (row) => row.title,
    cell: (row) => {
      const Icon = ICONS[row.format] ?? IconFileText;
      return (
        <span className={classes.document}>
          <span className={classes.format} data-format={row.format} title={humanise(row.format)}>
            <Icon size={19} stroke={1.6} aria-hidden />
          </span>
          <span className={classes.documentText}>
            <Link
              to="/knowledge/$slug"
              params={{ slug: row.slug }}
              className={classes.documentTitle}
              dir="auto"
            >
              {row.title}
            </Link>
            <span className={classes.sub}>{row.slug}</span>
          </span>
        </span>
      );
    },
  },
  {
    id: 'category',
    header: 'Category',
    width: 150,
    wideOnly: true,
    sort: (row) => row.category,
    cell: (row) => humanise(row.category),
  },
  {
    id: 'language',
    header: 'Language',
    width: 110,
    wideOnly: true,
    sort: (row) => row.language,
    cell: (row) => languageName(row.language),
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
    id: 'version',
    header: 'Version',
    width: 90,
    wideOnly: true,
    align: 'end',
    sort: (row) => row.version,
    cell: (row) => row.version,
  },
  {
    id: 'status',
    header: 'Status',
    width: 120,
    sort: (row) => row.status,
    cell: (row) =>
      row.status === 'PUBLISHED' ? <Chip color="teal">Published</Chip> : <Chip color="gray">Archived</Chip>,
  },
  {
    id: 'updated',
    header: 'Changed',
    width: 150,
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

export function DocumentTable({ documents }: { documents: KnowledgeDocument[] }) {
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
