import {
  IconArrowsSplit2,
  IconBolt,
  IconCheckbox,
  IconCircleCheck,
  IconFlag,
  IconHourglass,
  IconMailForward,
  IconMessage,
  IconQuestionMark,
  IconShieldLock,
  IconSitemap,
  IconTags,
  IconUserCheck,
  IconUserShare,
} from '@tabler/icons-react';
import type { NodeType } from './model/definition.ts';

const ICONS: Record<NodeType, typeof IconBolt> = {
  ask: IconQuestionMark,
  verify: IconShieldLock,
  operation: IconBolt,
  decide: IconArrowsSplit2,
  answer: IconMessage,
  classify: IconTags,
  confirm: IconCheckbox,
  approve: IconUserCheck,
  notify: IconMailForward,
  wait: IconHourglass,
  handoff: IconUserShare,
  subflow: IconSitemap,
  end: IconFlag,
};

export function NodeIcon({ type, size = 18 }: { type: NodeType; size?: number }) {
  const Icon = ICONS[type] ?? IconCircleCheck;
  return <Icon size={size} stroke={1.8} aria-hidden />;
}
