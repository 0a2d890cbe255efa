import { Settings } from '../features/me/settings.tsx';
import classes from './shell.module.css';

export function MePage() {
  return (
    <main className={classes.mePage} aria-label="Me">
      <h1 className="ot-visually-hidden">Me</h1>
      <Settings />
    </main>
  );
}
