import { CloseButton, SegmentedControl, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type Command, KeyHint, useCommands } from '@openteller/web-kit';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { type FeedFilter, matchesFeed } from '../features/feed/feed-filter.ts';
import { FeedList } from '../features/feed/feed-list.tsx';
import { QueueList } from '../features/queue/queue-list.tsx';
import { feedQuery, useQueue } from '../shared/desk/queries.ts';
import { SECTIONS, type Section } from './sections.ts';
import classes from './shell.module.css';

interface ListPaneProps {
  section: Section;
  openId: string | undefined;
  /** Filled with a function that names the conversation after the open one. */
  nextId: RefObject<() => string | undefined>;
}

/** The list of a section with its search and filters: wide alone, narrow beside a conversation. */
export function ListPane({ section, openId, nextId }: ListPaneProps) {
  const [text, setText] = useState('');
  const [who, setWho] = useState<FeedFilter['who']>('all');
  const [settled] = useDebouncedValue(text.trim(), 120);
  const filter = useMemo<FeedFilter>(() => ({ text: settled, who }), [settled, who]);
  const search = useRef<HTMLInputElement>(null);
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'search',
        label: 'Search this list',
        group: 'Lists',
        keys: '/',
        run: () => search.current?.focus(),
      },
    ],
    [],
  );
  useCommands(commands);
  useNext(section, openId, nextId, filter);
  const clear = () => {
    setText('');
    setWho('all');
  };
  const title = SECTIONS.find((each) => each.id === section)?.title;
  const wide = openId === undefined;
  return (
    <section className={classes.pane} data-wide={wide || undefined} aria-label={title}>
      <div className={classes.paneHead}>
        <Title order={wide ? 1 : 2} className={classes.paneTitle ?? ''}>
          {title}
        </Title>
        <TextInput
          ref={search}
          className={classes.search ?? ''}
          size="sm"
          radius="xl"
          aria-label={`Search ${title?.toLowerCase()}`}
          placeholder="Name, topic, words"
          leftSection={<IconSearch size={15} />}
          rightSection={
            text ? (
              <CloseButton size="sm" aria-label="Clear search" onClick={() => setText('')} />
            ) : (
              <KeyHint keys="/" />
            )
          }
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            setText('');
            event.currentTarget.blur();
          }}
        />
        {section === 'live' && (
          <SegmentedControl
            className={classes.filter ?? ''}
            size="xs"
            aria-label="Whose conversations"
            value={who}
            onChange={setWho}
            data={[
              { value: 'all', label: 'All' },
              { value: 'assistant', label: 'Assistant' },
              { value: 'people', label: 'People' },
              { value: 'risk', label: 'At risk' },
            ]}
          />
        )}
      </div>
      {section === 'live' ? (
        <FeedList openId={openId} filter={filter} clearFilter={clear} wide={wide} />
      ) : (
        <QueueList section={section} openId={openId} filter={settled} clearFilter={clear} wide={wide} />
      )}
    </section>
  );
}

/** "Resolve and next" goes to the conversation below, as this list shows it. */
function useNext(
  section: Section,
  openId: string | undefined,
  nextId: ListPaneProps['nextId'],
  filter: FeedFilter,
): void {
  const { waiting, mine } = useQueue();
  const { data: feed } = useQuery(feedQuery);
  useEffect(() => {
    const ids =
      section === 'live'
        ? (feed ?? []).filter((item) => matchesFeed(item, filter)).map((item) => item.conversationId)
        : (section === 'queue' ? waiting : mine).map((item) => item.conversationId);
    const at = ids.indexOf(openId ?? '');
    const following = ids[at + 1] ?? ids.find((id) => id !== openId);
    nextId.current = () => following;
  }, [section, openId, nextId, filter, waiting, mine, feed]);
}
