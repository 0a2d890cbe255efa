import { Ago, type Plugin } from '@openteller/web-kit';
import { IconAlertTriangle, IconArrowUp, IconHourglass, IconUserCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { plural } from '../../../shared/words.ts';
import { PluginMark } from '../plugin-mark.tsx';
import classes from '../plugins.module.css';
import { Health, IsolatedChip, StateChip, TrustChip } from '../state-chips.tsx';
import type { updateFor } from '../updates.ts';
import { kindName } from '../words.ts';

interface PluginCardProps {
  plugin: Plugin;
  update: ReturnType<typeof updateFor>;
}

/** One installed plugin: what it is, whether it works, and what it wants from somebody. */
export function PluginCard({ plugin, update }: PluginCardProps) {
  const operations = plugin.capabilities.flatMap((each) => each.operations).length;
  const publisher = plugin.publisher?.name || plugin.provider;
  return (
    <article className={classes.card}>
      <header className={classes.cardHead}>
        <PluginMark id={plugin.id} kinds={plugin.kinds} />
        <div className={classes.cardName}>
          <h2>
            <Link to="/plugins/$id" params={{ id: plugin.id }}>
              {plugin.name}
            </Link>
          </h2>
          <span className={classes.sub}>{[plugin.version, publisher].filter(Boolean).join(' · ')}</span>
        </div>
        <StateChip state={plugin.state} />
      </header>
      <p className={classes.description}>{plugin.description}</p>
      {plugin.quarantine ? (
        <p className={classes.lastError}>
          <IconHourglass size={15} aria-hidden /> Held back: {plugin.quarantine.reason}
        </p>
      ) : (
        plugin.lastError && (
          <p className={classes.lastError}>
            <IconAlertTriangle size={15} aria-hidden /> {plugin.lastError}
          </p>
        )
      )}
      {plugin.pending && (
        <p className={classes.notice}>
          <IconUserCheck size={15} aria-hidden />
          <span>
            Waits for a second person since <Ago at={plugin.pending.askedAt} />
          </span>
        </p>
      )}
      {update && (
        <p className={classes.notice} data-kind="update">
          <IconArrowUp size={15} aria-hidden />
          {update.installed
            ? `Version ${update.version} can be chosen`
            : `Version ${update.version} is in the directory`}
        </p>
      )}
      <footer className={classes.cardFoot}>
        <span className={classes.cardChips}>
          <TrustChip trust={plugin.trust} />
          {plugin.isolated && <IsolatedChip />}
          <span className={classes.sub}>
            {plugin.kinds.map(kindName).join(', ')}
            {operations > 0 && `${plugin.kinds.length > 0 ? ' · ' : ''}${plural(operations, 'operation')}`}
          </span>
        </span>
        <Health health={plugin.health} />
      </footer>
    </article>
  );
}
