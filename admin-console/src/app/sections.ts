import type { Permission } from '@openteller/web-kit';
import {
  IconBook2,
  IconBuildingBank,
  IconChartBar,
  IconCpu,
  IconDatabaseImport,
  IconGitCommit,
  IconLayoutKanban,
  IconMasksTheater,
  IconMessageQuestion,
  IconMessages,
  IconPlug,
  IconPlugConnected,
  IconQuote,
  IconRoute,
  IconShieldCheck,
  IconTargetArrow,
  IconUserCheck,
  IconUsers,
} from '@tabler/icons-react';

/** The places of the console, in the order of the navigation. A role that lacks `needs` never sees the entry. */
export const SECTIONS = [
  { to: '/', group: 'Watch', label: 'Dashboard', keys: 'g d', needs: 'INSIGHT_READ', icon: IconChartBar },
  {
    to: '/conversations',
    group: 'Watch',
    label: 'Conversations',
    keys: 'g c',
    needs: 'CONVERSATION_READ',
    icon: IconMessages,
  },
  {
    to: '/knowledge',
    group: 'Knowledge',
    label: 'Library',
    keys: 'g k',
    needs: 'KNOWLEDGE_READ',
    icon: IconBook2,
  },
  {
    to: '/ask',
    group: 'Knowledge',
    label: 'Ask as a customer',
    keys: 'g q',
    needs: 'KNOWLEDGE_READ',
    icon: IconMessageQuestion,
  },
  {
    to: '/gaps',
    group: 'Knowledge',
    label: 'Gaps',
    keys: 'g g',
    needs: 'KNOWLEDGE_READ',
    icon: IconLayoutKanban,
  },
  {
    to: '/sources',
    group: 'Knowledge',
    label: 'Sources',
    keys: 'g s',
    needs: 'KNOWLEDGE_WRITE',
    icon: IconDatabaseImport,
  },
  {
    to: '/wording',
    group: 'Knowledge',
    label: 'Approved wording',
    keys: 'g w',
    needs: 'KNOWLEDGE_READ',
    icon: IconQuote,
  },
  {
    to: '/intents',
    group: 'Configure',
    label: 'Intents',
    keys: 'g i',
    needs: 'INTENT_READ',
    icon: IconTargetArrow,
  },
  {
    to: '/procedures',
    group: 'Configure',
    label: 'Procedures',
    keys: 'g f',
    needs: 'PROCEDURE_READ',
    icon: IconRoute,
  },
  {
    to: '/personas',
    group: 'Configure',
    label: 'Personas',
    keys: 'g o',
    needs: 'RELEASE_READ',
    icon: IconMasksTheater,
  },
  { to: '/models', group: 'Configure', label: 'Models', keys: 'g m', needs: 'PLUGIN_READ', icon: IconCpu },
  { to: '/plugins', group: 'Configure', label: 'Plugins', keys: 'g p', needs: 'PLUGIN_READ', icon: IconPlug },
  {
    to: '/connectors',
    group: 'Configure',
    label: 'Connectors',
    keys: 'g n',
    needs: 'PLUGIN_READ',
    icon: IconPlugConnected,
  },
  {
    to: '/approvals',
    group: 'Govern',
    label: 'Approvals',
    keys: 'g v',
    needs: 'PLUGIN_READ',
    icon: IconUserCheck,
  },
  {
    to: '/operations',
    group: 'Govern',
    label: 'Operations',
    keys: 'g b',
    needs: 'PROCEDURE_READ',
    icon: IconBuildingBank,
  },
  { to: '/team', group: 'Govern', label: 'Team and roles', keys: 'g t', needs: 'TEAM_READ', icon: IconUsers },
  { to: '/audit', group: 'Govern', label: 'Audit', keys: 'g a', needs: 'AUDIT_READ', icon: IconShieldCheck },
  {
    to: '/releases',
    group: 'Govern',
    label: 'Releases',
    keys: 'g r',
    needs: 'RELEASE_READ',
    icon: IconGitCommit,
  },
] as const satisfies readonly {
  to: string;
  group: string;
  label: string;
  keys: string;
  needs: Permission;
  icon: unknown;
}[];

export type Section = (typeof SECTIONS)[number];

export const sectionsFor = (permissions: readonly Permission[]): Section[] =>
  SECTIONS.filter((section) => permissions.includes(section.needs));
