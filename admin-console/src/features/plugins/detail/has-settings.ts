import type { Plugin } from '@openteller/web-kit';

export function hasSettings(plugin: Plugin): boolean {
  const { properties } = plugin.settingsSchema as { properties?: Record<string, unknown> };
  return Object.keys(properties ?? {}).length > 0;
}
