import { Tooltip, UnstyledButton } from '@mantine/core';
import { KeyHint, openPalette } from '@openteller/web-kit';
import { IconChecks, IconSearch, IconUserCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { approvalsQuery } from '../features/approvals/approvals-api.ts';
import { ProfileMenu } from '../features/me/profile-menu.tsx';
import { useQueue } from '../shared/desk/queries.ts';
import { useCan } from '../shared/me.tsx';
import classes from './navigation.module.css';
import { SECTIONS } from './sections.ts';

/** A slim rail on a desktop, a tab bar at the bottom of a phone. */
export function Navigation() {
  const { waiting, mine } = useQueue();
  const mayApprove = useCan('OPERATION_APPROVE');
  const counts = { live: 0, queue: waiting.length, mine: mine.length };
  return (
    <nav className={classes.nav} aria-label="Main">
      <span className={classes.mark} aria-hidden>
        <Mark />
      </span>
      <ul className={classes.list}>
        {SECTIONS.map((section) => (
          <li key={section.id}>
            <Tooltip
              position="right"
              label={
                <span className={classes.hint}>
                  {section.title} <KeyHint keys={section.keys} />
                </span>
              }
            >
              <Link
                to="/$section"
                params={{ section: section.id }}
                className={classes.item}
                activeProps={{ 'data-active': true }}
              >
                <span className={classes.icon}>
                  <section.icon size={23} stroke={1.7} aria-hidden />
                  {counts[section.id] > 0 && (
                    <span className={classes.count} data-urgent={section.id === 'queue' || undefined}>
                      {counts[section.id]}
                    </span>
                  )}
                </span>
                {section.label}
              </Link>
            </Tooltip>
          </li>
        ))}
        {mayApprove && <ApprovalsItem />}
        <li className={classes.phoneOnly}>
          <Link to="/me" className={classes.item} activeProps={{ 'data-active': true }}>
            <span className={classes.icon}>
              <IconUserCircle size={23} stroke={1.7} aria-hidden />
            </span>
            Me
          </Link>
        </li>
      </ul>
      <div className={classes.end}>
        <Tooltip
          position="right"
          label={
            <span className={classes.hint}>
              Search and commands <KeyHint keys="mod+k" />
            </span>
          }
        >
          <UnstyledButton
            className={classes.tool ?? ''}
            aria-label="Search and commands"
            onClick={openPalette}
          >
            <IconSearch size={21} stroke={1.7} />
          </UnstyledButton>
        </Tooltip>
        <ProfileMenu />
      </div>
    </nav>
  );
}

function ApprovalsItem() {
  const { data } = useQuery(approvalsQuery('OPEN'));
  const waiting = data?.filter((each) => !each.mine).length ?? 0;
  return (
    <li>
      <Tooltip
        position="right"
        label={
          <span className={classes.hint}>
            Approvals <KeyHint keys="g a" />
          </span>
        }
      >
        <Link to="/approvals" className={classes.item} activeProps={{ 'data-active': true }}>
          <span className={classes.icon}>
            <IconChecks size={23} stroke={1.7} aria-hidden />
            {waiting > 0 && <span className={classes.count}>{waiting}</span>}
          </span>
          Approve
        </Link>
      </Tooltip>
    </li>
  );
}

function Mark() {
  return (
    <svg width="34" height="34" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="var(--mantine-color-iris-6)" />
      <path d="M8 12.5a8 8 0 0 1 16 0v1.2a8 8 0 0 1-11.6 7.1L8 23l1.5-4.6A8 8 0 0 1 8 13.7z" fill="#fff" />
      <circle cx="16" cy="13" r="2.6" fill="var(--mantine-color-iris-6)" />
    </svg>
  );
}
