import { Badge } from '@mantine/core';
import type { Owner } from '@openteller/web-kit';
import type { ReactNode } from 'react';
import { humanise, OWNERS, routeOf } from './words.ts';

/** A state in colour and in words. */
export function Chip({ color, children, title }: { color: string; children: ReactNode; title?: string }) {
  return (
    <Badge color={color} variant="light" tt="none" fw={600} radius="sm" {...(title ? { title } : {})}>
      {children}
    </Badge>
  );
}

export function RouteChip({ route }: { route: string }) {
  const { label, colour, meaning } = routeOf(route);
  return (
    <Chip color={colour} title={meaning}>
      {label}
    </Chip>
  );
}

export function OwnerChip({ owner }: { owner: Owner }) {
  const { label, colour } = OWNERS[owner] ?? { label: humanise(owner), colour: 'gray' };
  return <Chip color={colour}>{label}</Chip>;
}
