import {
  IconBuildingBank,
  IconCpu,
  IconDatabase,
  IconDeviceMobileMessage,
  IconMessageChatbot,
  IconPuzzle,
  IconRoute,
} from '@tabler/icons-react';
import classes from './plugins.module.css';

const MARKS: Record<string, typeof IconPuzzle> = {
  banking: IconBuildingBank,
  identity: IconDeviceMobileMessage,
  channel: IconMessageChatbot,
  knowledge: IconDatabase,
  llm: IconCpu,
  workflow: IconRoute,
};

/** A sign for the kind of plugin; one that does not say its kind is known by how its id begins. */
export function PluginMark({ id, kinds }: { id: string; kinds: readonly string[] }) {
  const Icon = MARKS[kinds[0] ?? id.split('-')[0] ?? ''] ?? IconPuzzle;
  return (
    <span className={classes.mark} aria-hidden>
      <Icon size={22} stroke={1.6} />
    </span>
  );
}
