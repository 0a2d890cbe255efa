import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { type DocumentDetail, dayOf, toast, toastProblem } from '@openteller/web-kit';
import { IconEdit, IconPlus, IconSparkles } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useCan } from '../../shared/me.tsx';
import { Card } from '../../shared/page.tsx';
import { humanise, languageName } from '../../shared/words.ts';
import { AboutDialog } from './about-dialog.tsx';
import { documentKey, saveAbout } from './api.ts';
import classes from './document.module.css';

/** Whose it is, for whom it speaks, and when somebody has to read it again. */
export function AboutCard({ document }: { document: DocumentDetail }) {
  const [editing, setEditing] = useState(false);
  const mayWrite = useCan('KNOWLEDGE_WRITE');
  const { products, segments, jurisdictions } = document.appliesTo;
  return (
    <Card
      title="About"
      aside={
        mayWrite && (
          <Tooltip label="Change owner, review date, category…">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label="Change what is said about it"
              onClick={() => setEditing(true)}
            >
              <IconEdit size={18} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        )
      }
    >
      <dl className={classes.about}>
        <Fact name="Owner">{document.owner ?? <em>Nobody</em>}</Fact>
        <Fact name="Review by">{document.reviewDue ? dayOf(document.reviewDue) : <em>No day set</em>}</Fact>
        <Fact name="Category">{document.category ? humanise(document.category) : <em>None</em>}</Fact>
        <Fact name="Language">{languageName(document.language)}</Fact>
        <Fact name="Products">{listed(products, 'All products')}</Fact>
        <Fact name="Customers">{listed(segments, 'All customers')}</Fact>
        <Fact name="Places">{listed(jurisdictions, 'Everywhere')}</Fact>
        <Fact name="Tags">
          {document.tags.length > 0 ? document.tags.map((tag) => `#${tag}`).join(' ') : <em>None</em>}
        </Fact>
      </dl>
      {mayWrite && <Suggestions document={document} />}
      {editing && <AboutDialog document={document} onClose={() => setEditing(false)} />}
    </Card>
  );
}

const listed = (values: readonly string[], all: string) =>
  values.length > 0
    ? values
        .map((value) => (value.length <= 6 && value === value.toUpperCase() ? value : humanise(value)))
        .join(', ')
    : all;

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

/** What the text itself suggests; nothing is set before a person takes it. */
function Suggestions({ document }: { document: DocumentDetail }) {
  const queries = useQueryClient();
  const { category, tags } = document.suggestions;
  const take = useMutation({
    mutationFn: (about: object) => saveAbout(document.slug, about),
    onSuccess: (detail) => {
      queries.setQueryData(documentKey(document.slug), detail);
      void queries.invalidateQueries({ queryKey: ['documents'] });
      toast('Taken');
    },
    onError: (error) => toastProblem(error, 'The suggestion was not taken'),
  });
  const fresh = tags.filter((tag) => !document.tags.includes(tag));
  const other = category && category !== document.category ? category : undefined;
  if (fresh.length === 0 && !other) return null;
  return (
    <div className={classes.suggestions}>
      <span className={classes.sub}>
        <IconSparkles size={14} stroke={1.8} aria-hidden /> Suggested from the text
      </span>
      <div className={classes.suggestionRow}>
        {other && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} />}
            disabled={take.isPending}
            onClick={() => take.mutate({ category: other })}
          >
            Category: {humanise(other)}
          </Button>
        )}
        {fresh.map((tag) => (
          <Button
            key={tag}
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} />}
            disabled={take.isPending}
            onClick={() => take.mutate({ tags: [...document.tags, tag] })}
          >
            #{tag}
          </Button>
        ))}
      </div>
    </div>
  );
}
