import { useMantineColorScheme } from '@mantine/core';
import { type Command, signOut, toastProblem, useCommands } from '@openteller/web-kit';
import {
  IconChecklist,
  IconFilePlus,
  IconFileUpload,
  IconHeadset,
  IconLayoutSidebar,
  IconLogout,
  IconMoon,
  IconUserPlus,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useMe } from '../shared/me.tsx';
import { sectionsFor } from './sections.ts';

/** What can be done from anywhere: go to a section, start the common jobs, change the theme, leave. */
export function GlobalCommands({ onToggleNavigation }: { onToggleNavigation: () => void }) {
  const navigate = useNavigate();
  const { permissions } = useMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const commands = useMemo<Command[]>(() => {
    const dark = colorScheme === 'dark';
    const can = (permission: (typeof permissions)[number]) => permissions.includes(permission);
    const all: (Command | false)[] = [
      ...sectionsFor(permissions).map((section) => ({
        id: `go-${section.to}`,
        label: `Go to ${section.label.toLowerCase()}`,
        group: 'Go to',
        keys: section.keys,
        icon: <section.icon size={18} />,
        run: () => void navigate({ to: section.to }),
      })),
      can('KNOWLEDGE_WRITE') && {
        id: 'upload',
        label: 'Upload documents',
        group: 'Do',
        icon: <IconFileUpload size={18} />,
        keywords: 'knowledge add pdf word markdown',
        run: () => void navigate({ to: '/knowledge', search: { upload: true } }),
      },
      can('KNOWLEDGE_WRITE') && {
        id: 'write-document',
        label: 'Write a document',
        group: 'Do',
        icon: <IconFilePlus size={18} />,
        keywords: 'knowledge new markdown draft',
        run: () => void navigate({ to: '/knowledge', search: { write: true } }),
      },
      can('KNOWLEDGE_READ') && {
        id: 'review',
        label: 'See what waits for approval',
        group: 'Do',
        icon: <IconChecklist size={18} />,
        keywords: 'knowledge review approve documents',
        run: () => void navigate({ to: '/knowledge', search: { standing: 'IN_REVIEW' } }),
      },
      can('TEAM_WRITE') && {
        id: 'invite',
        label: 'Invite a colleague',
        group: 'Do',
        icon: <IconUserPlus size={18} />,
        keywords: 'team member add',
        run: () => void navigate({ to: '/team', search: { invite: true } }),
      },
      can('CONVERSATION_WORK') && {
        id: 'agent-center',
        label: 'Open the agent center',
        group: 'Go to',
        icon: <IconHeadset size={18} />,
        run: () => window.location.assign('/agent/'),
      },
      {
        id: 'navigation',
        label: 'Narrow or widen the navigation',
        group: 'General',
        keys: '[',
        icon: <IconLayoutSidebar size={18} />,
        run: onToggleNavigation,
      },
      {
        id: 'theme',
        label: dark ? 'Use the light theme' : 'Use the dark theme',
        group: 'General',
        icon: <IconMoon size={18} />,
        run: () => setColorScheme(dark ? 'light' : 'dark'),
      },
      {
        id: 'sign-out',
        label: 'Sign out',
        group: 'General',
        icon: <IconLogout size={18} />,
        run: () => void signOut().catch((error: unknown) => toastProblem(error, 'You are still signed in')),
      },
    ];
    return all.filter((command) => command !== false);
  }, [navigate, permissions, colorScheme, setColorScheme, onToggleNavigation]);
  useCommands(commands);
  return null;
}
