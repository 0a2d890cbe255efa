import type { Tier } from '@openteller/web-kit';
import { Chip } from '../../shared/chips.tsx';
import { TIER_WORDS } from './words.ts';

export function TierChip({ tier }: { tier: Tier }) {
  const { label, colour, meaning } = TIER_WORDS[tier];
  return (
    <Chip color={colour} title={meaning}>
      {label}
    </Chip>
  );
}
