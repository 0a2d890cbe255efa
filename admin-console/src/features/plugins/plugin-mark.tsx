import {
  IconBuildingBank,
  IconDatabase,
  IconDeviceMobileMessage,
  IconMessageChatbot,
  IconPuzzle,
} from '@tabler/icons-react';
import classes from './plugins.module.css';

const KINDS = [
  ['banking', IconBuildingBank],
  ['identity', IconDeviceMobileMessage],
  ['channel', IconMessageChatbot],
  ['knowledge', IconDatabase],
] as const;

/** A sign for the kind of plugin, which its id begins with. */
export function PluginMark({ id }: { id: string }) {
  const Icon = KINDS.find(([kind]) => id.startsWith(kind))?.[1] ?? IconPuzzle;
  return (
    <span className={classes.mark} aria-hidden>
      <Icon size={22} stroke={1.6} />
    </span>
  );
}
