import { ActionIcon, Drawer, UnstyledButton } from '@mantine/core';
import { openPalette } from '@openteller/web-kit';
import { IconDots, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../shared/me.tsx';
import { BankMark } from './bank-mark.tsx';
import { usePendingCount } from './pending-count.ts';
import classes from './phone-navigation.module.css';
import { type Section, sectionsFor } from './sections.ts';
import { UserSettings } from './user-settings.tsx';

const TABS = 4;
const SHORT: Record<string, string> = {
  Conversations: 'Chats',
  'Ask as a customer': 'Ask',
  'Team and roles': 'Team',
};

/** Top of a phone: whose platform, and search. */
export function PhoneBar() {
  return (
    <section className={classes.bar} aria-label="Bank">
      <BankMark />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={44}
        aria-label="Search and commands"
        onClick={openPalette}
      >
        <IconSearch size={21} stroke={1.7} />
      </ActionIcon>
    </section>
  );
}

/** Bottom of a phone: the first sections as tabs, the others and the person behind "More". */
export function PhoneTabs() {
  const [opened, setOpened] = useState(false);
  const sections = sectionsFor(useMe().permissions);
  return (
    <nav className={classes.tabs} aria-label="Sections">
      {sections.slice(0, TABS).map((section) => (
        <Link
          key={section.to}
          to={section.to}
          className={classes.tab}
          activeOptions={{ exact: section.to === '/', includeSearch: false }}
          activeProps={{ 'data-active': true }}
        >
          <section.icon size={22} stroke={1.7} aria-hidden />
          {SHORT[section.label] ?? section.label}
        </Link>
      ))}
      <UnstyledButton className={classes.tab ?? ''} aria-expanded={opened} onClick={() => setOpened(true)}>
        <IconDots size={22} stroke={1.7} aria-hidden />
        More
      </UnstyledButton>
      <Drawer opened={opened} onClose={() => setOpened(false)} position="bottom" title="More" size="auto">
        <ul className={classes.more}>
          {sections.slice(TABS).map((section) => (
            <li key={section.to}>
              <Link to={section.to} className={classes.moreItem} onClick={() => setOpened(false)}>
                <section.icon size={20} stroke={1.7} aria-hidden />
                {section.label}
                <Waiting to={section.to} />
              </Link>
            </li>
          ))}
        </ul>
        <UserSettings />
      </Drawer>
    </nav>
  );
}

/** Only there while the drawer is open, so nothing is asked before. */
function Waiting({ to }: { to: Section['to'] }) {
  const waiting = usePendingCount(to);
  return waiting > 0 ? ` (${waiting} waiting)` : null;
}
