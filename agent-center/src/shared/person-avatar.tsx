import { Avatar } from '@mantine/core';
import { memo } from 'react';
import classes from './person-avatar.module.css';

interface PersonAvatarProps {
  name: string;
  size: number;
  /** Draws a ring whose arc is the used share; absent means no ring. */
  ring?: { used: number; risk: 'fine' | 'soon' | 'late' } | undefined;
  seen?: boolean;
}

const HUES = ['iris', 'teal', 'pink', 'blue', 'orange', 'grape', 'cyan', 'green'];

/** The same person has the same colour everywhere. */
function hueOf(name: string): string {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return HUES[sum % HUES.length] ?? 'iris';
}

/** "Visitor 4821" is nobody's name: a figure stands for it instead of initials. */
const isPersonName = (name: string): boolean => !/\d|^Visitor$/.test(name);

/** Initials, with an arc around them when time is running. Decoration: the name stands beside it. */
export const PersonAvatar = memo(function PersonAvatar({ name, size, ring, seen }: PersonAvatarProps) {
  const thickness = size >= 56 ? 3.5 : 2.5;
  const inner = ring ? size - thickness * 2 - 5 : size;
  const radius = (size - thickness) / 2;
  const length = 2 * Math.PI * radius;
  return (
    <span
      className={classes.box}
      data-seen={seen || undefined}
      style={{ width: size, height: size }}
      aria-hidden
    >
      {ring && (
        <svg width={size} height={size} className={classes.ring} data-risk={ring.risk} aria-hidden="true">
          <circle className={classes.track} cx={size / 2} cy={size / 2} r={radius} strokeWidth={thickness} />
          <circle
            className={classes.arc}
            cx={size / 2}
            cy={size / 2}
            r={radius}
            strokeWidth={thickness}
            strokeDasharray={`${Math.min(1, Math.max(0.02, ring.used)) * length} ${length}`}
          />
        </svg>
      )}
      <Avatar
        {...(isPersonName(name) ? { name } : {})}
        size={inner}
        radius="50%"
        color={hueOf(name)}
        variant="light"
        alt=""
      />
    </span>
  );
});
