import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import { KeyHint, openPalette } from '@openteller/web-kit';
import {
  IconExternalLink,
  IconHeadset,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconSearch,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMe } from '../shared/me.tsx';
import { BankMark } from './bank-mark.tsx';
import classes from './navigation.module.css';
import { usePendingCount } from './pending-count.ts';
import { type Section, sectionsFor } from './sections.ts';
import { UserMenu } from './user-menu.tsx';

/** The rail of a desktop: bank, search, sections in three groups, the person. Collapses to icons. */
export function Navigation({ collapsed, onToggle }: { collapsed: boolean; onToggle: () => void }) {
  const me = useMe();
  const sections = sectionsFor(me.permissions);
  const groups = [...new Set(sections.map((section) => section.group))];
  const Toggle = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav className={classes.nav} aria-label="Main" data-collapsed={collapsed || undefined}>
      <div className={classes.head}>
        <BankMark compact={collapsed} />
        <Tooltip label={collapsed ? 'Widen navigation' : 'Narrow navigation'} position="right">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={collapsed ? 'Widen navigation' : 'Narrow navigation'}
            onClick={onToggle}
          >
            <Toggle size={18} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </div>
      <UnstyledButton className={classes.search ?? ''} onClick={openPalette}>
        <IconSearch size={17} stroke={1.8} aria-hidden />
        <span className={collapsed ? 'ot-visually-hidden' : classes.label}>Search</span>
        <span className={classes.end}>
          <KeyHint keys="mod+k" />
        </span>
      </UnstyledButton>
      <div className={classes.groups}>
        {groups.map((group) => (
          <div key={group} className={classes.group}>
            <span className={classes.groupName} id={`nav-${group}`}>
              {group}
            </span>
            <ul aria-labelledby={`nav-${group}`}>
              {sections
                .filter((section) => section.group === group)
                .map((section) => (
                  <li key={section.to}>
                    <Entry section={section} collapsed={collapsed} />
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
      <div className={classes.foot}>
        {me.permissions.includes('CONVERSATION_WORK') && (
          <Tooltip label="Agent center" position="right" disabled={!collapsed}>
            <a className={classes.item} href="/agent/" aria-label="Agent center">
              <IconHeadset size={20} stroke={1.7} aria-hidden />
              <span className={classes.label}>Agent center</span>
              <span className={classes.end}>
                <IconExternalLink size={14} stroke={1.7} aria-hidden />
              </span>
            </a>
          </Tooltip>
        )}
        <UserMenu compact={collapsed} />
      </div>
    </nav>
  );
}

function Entry({ section, collapsed }: { section: Section; collapsed: boolean }) {
  const waiting = usePendingCount(section.to);
  return (
    <Tooltip
      label={
        <span className={classes.hint}>
          {section.label} <KeyHint keys={section.keys} />
        </span>
      }
      position="right"
      disabled={!collapsed}
    >
      <Link
        to={section.to}
        className={classes.item}
        activeOptions={{ exact: section.to === '/', includeSearch: false }}
        activeProps={{ 'data-active': true }}
        aria-label={waiting > 0 ? `${section.label}, ${waiting} waiting` : section.label}
      >
        <section.icon size={20} stroke={1.7} aria-hidden />
        <span className={classes.label}>{section.label}</span>
        {waiting > 0 && <span className={classes.count} data-count={waiting} aria-hidden />}
      </Link>
    </Tooltip>
  );
}
