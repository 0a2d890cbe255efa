import { Button } from '@mantine/core';
import { Ago, type PluginVersion } from '@openteller/web-kit';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { Chip } from '../../../shared/chips.tsx';
import { MarkdownView } from '../../../shared/markdown/markdown-view.tsx';
import { PermitButton } from '../../../shared/permitted.tsx';
import classes from '../plugins.module.css';
import { shortHash } from '../words.ts';

interface VersionRowProps {
  version: PluginVersion;
  /** Somebody asked for this one, and a second person has not answered yet. */
  asked: boolean;
  blocked: string | undefined;
  onChoose: () => void;
}

export function VersionRow({ version, asked, blocked, onChoose }: VersionRowProps) {
  const [open, setOpen] = useState(version.current);
  const Arrow = open ? IconChevronDown : IconChevronRight;
  return (
    <li className={classes.version} data-current={version.current || undefined}>
      <div className={classes.versionHead}>
        <div>
          <div className={classes.versionName}>
            <strong>{version.version}</strong>
            {version.current && <Chip color="teal">Your bank’s version</Chip>}
            {asked && <Chip color="yellow">Waits for approval</Chip>}
          </div>
          <p className={classes.sub}>
            {version.installedAt && (
              <>
                Installed <Ago at={version.installedAt} />
              </>
            )}
            {version.sha256 && (
              <>
                {' · SHA-256 '}
                <code title={version.sha256}>{shortHash(version.sha256)}</code>
              </>
            )}
          </p>
        </div>
        {!version.current && (
          <PermitButton needs="PLUGIN_WRITE" variant="default" size="xs" blocked={blocked} onClick={onChoose}>
            Choose {version.version}
          </PermitButton>
        )}
      </div>
      {version.changelog && (
        <>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-expanded={open}
            leftSection={<Arrow size={15} />}
            onClick={() => setOpen(!open)}
          >
            What changed in {version.version}
          </Button>
          {open && (
            <div className={classes.changelog}>
              <MarkdownView markdown={version.changelog} />
            </div>
          )}
        </>
      )}
    </li>
  );
}
