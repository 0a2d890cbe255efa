import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import classes from './operations.module.css';
import type { View } from './search.ts';

export function BackToList({ view, label }: { view: View; label: string }) {
  return (
    <Link to="/operations" search={{ view }} className={classes.back}>
      <IconArrowLeft size={16} stroke={1.8} aria-hidden /> {label}
    </Link>
  );
}
