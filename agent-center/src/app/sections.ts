import { IconBolt, IconInbox, IconUsersGroup } from '@tabler/icons-react';

export type Section = 'live' | 'queue' | 'mine';

export const SECTIONS = [
  { id: 'live', label: 'Live', title: 'Live conversations', keys: 'g l', icon: IconBolt },
  { id: 'queue', label: 'Queue', title: 'Waiting for a person', keys: 'g q', icon: IconUsersGroup },
  { id: 'mine', label: 'Mine', title: 'My conversations', keys: 'g m', icon: IconInbox },
] as const satisfies readonly { id: Section; label: string; title: string; keys: string; icon: unknown }[];

export const isSection = (text: string): text is Section => SECTIONS.some((section) => section.id === text);
