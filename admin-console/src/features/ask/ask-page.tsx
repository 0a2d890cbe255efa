import { Tabs } from '@mantine/core';
import { EmptyState, ErrorState, exactTime, Rows } from '@openteller/web-kit';
import { IconHistory, IconMessageQuestion, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Card, Page } from '../../shared/page.tsx';
import { compact } from '../../shared/search-values.ts';
import { plural } from '../../shared/words.ts';
import { AnswerCard } from './answer-card.tsx';
import { askQuery } from './api.ts';
import classes from './ask.module.css';
import { AskForm } from './ask-form.tsx';
import { ConfidenceCard, GateCard } from './confidence-card.tsx';
import { WeighedPassage } from './considered.tsx';
import { FindTest } from './find-test.tsx';
import type { AskSearch } from './search.ts';

/** A question as a customer would ask it, and everything behind the answer. Stores nothing. */
export function AskPage() {
  const { view } = useSearch({ from: '/ask' });
  const navigate = useNavigate({ from: '/ask' });
  return (
    <Page
      title="Ask as a customer"
      lead="The same answer that a customer would get, with everything behind it. No customer sees this, and nothing is counted."
      wide
    >
      <Tabs
        value={view ?? 'ask'}
        onChange={(next) =>
          void navigate({
            search: ({ q, at }) => compact({ q, at, view: next === 'find' ? ('find' as const) : undefined }),
            replace: true,
          })
        }
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="ask" leftSection={<IconMessageQuestion size={16} />}>
            Answer
          </Tabs.Tab>
          <Tabs.Tab value="find" leftSection={<IconSearch size={16} />}>
            Only search
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="ask">
          <Playground />
        </Tabs.Panel>
        <Tabs.Panel value="find">
          <FindTest />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function Playground() {
  const search = useSearch({ from: '/ask' });
  const navigate = useNavigate({ from: '/ask' });
  const { q = '', at, language, segment, product, jurisdiction } = search;
  const moment = at ? new Date(at).toISOString() : undefined;
  const asked = { question: q, ...compact({ at: moment, language, segment, product, jurisdiction }) };
  const answer = useQuery(askQuery(asked));
  const ask = (next: AskSearch) => {
    const same = JSON.stringify(next) === JSON.stringify(search);
    if (same) void answer.refetch();
    else {
      const filled = Object.entries(next).filter(([, value]) => value !== '');
      void navigate({ search: Object.fromEntries(filled) as AskSearch });
    }
  };
  return (
    <>
      <AskForm search={search} busy={answer.isFetching} onAsk={ask} />
      {moment && q && (
        <p className={classes.asOf} role="status">
          <IconHistory size={16} stroke={1.8} aria-hidden /> As of {exactTime(moment)}, from the versions that
          were in force then
        </p>
      )}
      {q === '' ? (
        <Card>
          <EmptyState
            kind="first"
            icon={<IconMessageQuestion size={26} stroke={1.6} />}
            title="Ask what a customer would ask"
            text="You see the answer with its sources, how sure it is and why, which claims have evidence, and every passage that was weighed."
          />
        </Card>
      ) : answer.isPending ? (
        <Rows count={3} height={150} gap={14} />
      ) : answer.isError ? (
        <Card>
          <ErrorState
            error={answer.error}
            title="The question could not be answered"
            retry={() => void answer.refetch()}
            retrying={answer.isFetching}
          />
        </Card>
      ) : (
        <div className={classes.result} aria-live="polite">
          <div className={classes.left}>
            <AnswerCard answer={answer.data} onAsk={(question) => ask({ ...search, q: question })} />
            <Card
              title="Passages that were weighed"
              hint={
                answer.data.considered.length === 0 && answer.data.route?.rule === 'approved-wording'
                  ? 'None: approved wording is said as it is, and names no document that says the same.'
                  : answer.data.considered.length === 0
                    ? 'Nothing in force for this customer is near the question. A document may be missing.'
                    : `${plural(answer.data.considered.length, 'passage')}, best first`
              }
            >
              <ol className={classes.passages}>
                {answer.data.considered.map((passage, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a document may appear twice
                  <WeighedPassage key={index} passage={passage} rank={index + 1} />
                ))}
              </ol>
            </Card>
          </div>
          <aside className={classes.right}>
            <ConfidenceCard confidence={answer.data.confidence} />
            <GateCard gate={answer.data.gate} />
          </aside>
        </div>
      )}
    </>
  );
}
