import { useSaveSettings } from './save-settings.ts';
import { useSwitch } from './switch.ts';
import { useTestConnection } from './test-connection.ts';

/** Saving, testing, switching: each waits for the platform, since real systems stand behind. */
export function usePluginActions(id: string) {
  return { save: useSaveSettings(id), test: useTestConnection(id), toggle: useSwitch(id) };
}
export type PluginActions = ReturnType<typeof usePluginActions>;
