import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useEditor } from '../editor/context.tsx';
import { said } from '../model/languages.ts';
import classes from './versions.module.css';

interface SubPageProps {
  id: string;
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page of a procedure besides its editor, with the way back to it. */
export function SubPage({ id, title, actions, children }: SubPageProps) {
  const { draft, languages } = useEditor();
  const name = said(draft.sheet.definition.title, languages) || id;
  useEffect(() => {
    document.title = `${title}: ${name} · Admin console`;
  }, [title, name]);
  return (
    <div className={classes.page}>
      <Link to="/procedures/$id" params={{ id }} className={classes.back}>
        <IconArrowLeft size={16} stroke={1.8} aria-hidden /> {name}
      </Link>
      <header className={classes.head}>
        <h1 className={classes.title}>{title}</h1>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
