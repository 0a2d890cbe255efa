import { useMantineColorScheme } from '@mantine/core';
import { type Command, useCommands } from '@openteller/web-kit';
import { IconChecks, IconMessage, IconMoon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { feedQuery, useQueue } from '../shared/desk/queries.ts';
import { humanise, reasonOf } from '../shared/desk/words.ts';
import { useCan } from '../shared/me.tsx';
import { SECTIONS, type Section } from './sections.ts';

/** Going places: sections by `G` and a letter, every conversation by its customer's name in the palette. */
export function GoCommands() {
  const navigate = useNavigate();
  const { waiting, mine } = useQueue();
  const { data: feed } = useQuery(feedQuery);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const mayApprove = useCan('OPERATION_APPROVE');
  const commands = useMemo<Command[]>(() => {
    const open = (section: Section, id: string) => () =>
      void navigate({ to: '/$section/$id', params: { section, id } });
    const conversation = (section: Section, id: string, label: string, description: string): Command => ({
      id: `open-${id}`,
      label,
      description,
      group: 'Conversations',
      icon: <IconMessage size={18} />,
      run: open(section, id),
    });
    return [
      ...SECTIONS.map((section) => ({
        id: `go-${section.id}`,
        label: `Go to ${section.label.toLowerCase()}`,
        group: 'Go to',
        keys: section.keys,
        icon: <section.icon size={18} />,
        run: () => void navigate({ to: '/$section', params: { section: section.id } }),
      })),
      ...(mayApprove
        ? [
            {
              id: 'go-approvals',
              label: 'Go to approvals',
              group: 'Go to',
              keys: 'g a',
              icon: <IconChecks size={18} />,
              run: () => void navigate({ to: '/approvals' }),
            } satisfies Command,
          ]
        : []),
      {
        id: 'theme',
        label: colorScheme === 'dark' ? 'Use the light theme' : 'Use the dark theme',
        group: 'General',
        icon: <IconMoon size={18} />,
        run: () => setColorScheme(colorScheme === 'dark' ? 'light' : 'dark'),
      },
      // The ones mounted last win an id: an own conversation opens as mine, a waiting one in the queue.
      ...(feed ?? []).map((item) =>
        conversation(
          'live',
          item.conversationId,
          item.customerName,
          item.intent ? humanise(item.intent) : 'Live',
        ),
      ),
      ...waiting.map((item) =>
        conversation(
          'queue',
          item.conversationId,
          item.customerName,
          `Waiting: ${reasonOf(item.reason).label}`,
        ),
      ),
      ...mine.map((item) => conversation('mine', item.conversationId, item.customerName, 'Yours')),
    ];
  }, [navigate, feed, waiting, mine, mayApprove, colorScheme, setColorScheme]);
  useCommands(commands);
  return null;
}
