import { SegmentedControl } from '@mantine/core';
import { type Hours, WINDOWS } from './hours.ts';

export function WindowSwitch({ hours, onChange }: { hours: Hours; onChange: (hours: Hours) => void }) {
  return (
    <SegmentedControl
      aria-label="Time span"
      size="sm"
      value={String(hours)}
      data={WINDOWS.map((each) => ({ value: String(each.hours), label: each.label }))}
      onChange={(value) => onChange(Number(value) as Hours)}
    />
  );
}
