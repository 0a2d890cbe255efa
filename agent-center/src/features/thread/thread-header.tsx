import { ActionIcon, Button, Menu, Text, Tooltip } from '@mantine/core';
import { type ConversationDetail, KeyHint } from '@openteller/web-kit';
import {
  IconArrowLeft,
  IconCheck,
  IconDots,
  IconLayoutSidebarRight,
  IconSparkles,
  IconUserShare,
} from '@tabler/icons-react';
import { TierChip, VerifiedMark } from '../../shared/chips.tsx';
import { languageName, OWNERS } from '../../shared/desk/words.ts';
import { PersonAvatar } from '../../shared/person-avatar.tsx';
import type { DialogName } from './dialogs.tsx';
import type { Standing } from './standing.ts';
import classes from './thread.module.css';

interface ThreadHeaderProps {
  detail: ConversationDetail;
  standing: Standing;
  back: () => void;
  claim: () => void;
  takeOver: () => void;
  ask: (dialog: DialogName) => void;
  toggleContext: () => void;
  contextOpen: boolean;
}

/** Who this is, who speaks for the bank, and what can be done now. */
export function ThreadHeader(props: ThreadHeaderProps) {
  const { detail, standing } = props;
  const { customer } = detail;
  return (
    <header className={classes.header}>
      <ActionIcon
        className={classes.back}
        variant="subtle"
        color="gray"
        size={40}
        aria-label="Back"
        onClick={props.back}
      >
        <IconArrowLeft size={20} />
      </ActionIcon>
      <PersonAvatar name={customer.name} size={40} />
      <div className={classes.who}>
        <div className={classes.nameLine}>
          <Text component="h1" className={classes.name} m={0}>
            {customer.name}
          </Text>
          <TierChip tier={customer.tier} />
        </div>
        <div className={classes.facts}>
          <VerifiedMark verified={customer.verified} />
          <span className={classes.extra}>{languageName(customer.language)}</span>
          <span className={classes.owner} data-owner={detail.owner}>
            {standing === 'mine'
              ? 'Yours'
              : detail.assignedTo && detail.owner === 'AGENT'
                ? detail.assignedTo.name
                : OWNERS[detail.owner]}
          </span>
        </div>
      </div>
      <div className={classes.actions}>
        {standing === 'waiting' && (
          <Button size="sm" onClick={props.claim} rightSection={<KeyHint keys="c" />}>
            Claim
          </Button>
        )}
        {standing === 'assistant' && (
          <Button size="sm" onClick={props.takeOver} rightSection={<KeyHint keys="t" />}>
            Take over
          </Button>
        )}
        {standing === 'mine' && (
          <>
            <Button
              size="sm"
              variant="default"
              className={classes.resolve ?? ''}
              leftSection={<IconCheck size={16} />}
              onClick={() => props.ask('resolve')}
              rightSection={<KeyHint keys="e" />}
            >
              <span className={classes.resolveWord}>Resolve</span>
            </Button>
            <Menu position="bottom-end" width={240} withinPortal>
              <Menu.Target>
                <ActionIcon variant="default" size={36} aria-label="More actions">
                  <IconDots size={18} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconUserShare size={16} />} onClick={() => props.ask('transfer')}>
                  Transfer…
                </Menu.Item>
                <Menu.Item leftSection={<IconSparkles size={16} />} onClick={() => props.ask('release')}>
                  Hand back to the assistant…
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </>
        )}
        <Tooltip
          label={
            <span className={classes.hint}>
              {props.contextOpen ? 'Hide customer panel' : 'Show customer panel'} <KeyHint keys="]" />
            </span>
          }
        >
          <ActionIcon
            variant={props.contextOpen ? 'light' : 'default'}
            size={36}
            aria-label="Customer panel"
            aria-pressed={props.contextOpen}
            onClick={props.toggleContext}
          >
            <IconLayoutSidebarRight size={18} />
          </ActionIcon>
        </Tooltip>
      </div>
    </header>
  );
}
