import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';

/** Light, dark or what the system says; remembered in this browser. */
export function ThemeChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      aria-label="Theme"
      value={colorScheme}
      onChange={setColorScheme}
      data={[
        { value: 'light', label: choice(<IconSun size={14} />, 'Light') },
        { value: 'dark', label: choice(<IconMoon size={14} />, 'Dark') },
        { value: 'auto', label: choice(<IconDeviceDesktop size={14} />, 'System') },
      ]}
    />
  );
}

function choice(icon: React.ReactNode, name: string) {
  return (
    <span className="ot-choice">
      {icon}
      {name}
    </span>
  );
}
