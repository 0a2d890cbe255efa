import { Group } from '@mantine/core';
import { Ago, EmptyState } from '@openteller/web-kit';
import { IconUserCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { SecondWord } from '../../../shared/drafts/second-word.tsx';
import { Card } from '../../../shared/page.tsx';
import { approve, refuse, type StoredConnector } from '../api/stored.ts';
import classes from '../connectors.module.css';
import { differenceOf } from '../model/difference.ts';
import { DifferenceList } from '../versions/difference-list.tsx';

interface ReviewTabProps {
  connector: StoredConnector;
  reload: () => Promise<void>;
}

/** What waits for a second person, beside the version that was published last. */
export function ReviewTab({ connector, reload }: ReviewTabProps) {
  const { id, waiting, published } = connector;
  if (!waiting) {
    return (
      <Card>
        <EmptyState
          kind="done"
          icon={<IconUserCheck size={26} stroke={1.6} />}
          title="Nothing waits for a second person"
          text="Whoever writes a connector asks for its publication."
        />
      </Card>
    );
  }
  return (
    <Card
      title="Waits for a second person"
      hint={
        <>
          {waiting.askedBy} asked <Ago at={waiting.askedAt} />
          {waiting.comment ? `: “${waiting.comment}”` : '.'}{' '}
          {waiting.mine && 'You wrote or asked for this, so somebody else decides.'}
        </>
      }
      aside={<Decide connector={connector} reload={reload} />}
    >
      <p className={classes.lead}>
        {published ? `Compared with version ${published.version}. ` : 'It was never published before. '}
      </p>
      <DifferenceList
        changes={differenceOf(
          published?.connector ?? { connector: 1, name: id, operations: {} },
          waiting.connector,
        )}
        names={{ before: published ? `Version ${published.version}` : 'Nothing', after: 'Wanted' }}
      />
    </Card>
  );
}

function Decide({ connector, reload }: ReviewTabProps) {
  const { id, waiting } = connector;
  const navigate = useNavigate();
  return (
    <Group gap="xs">
      <SecondWord
        needs="PLUGIN_WRITE"
        mine={waiting?.mine === true}
        approve={() => approve(id, waiting?.etag ?? '')}
        refuse={(reason) => refuse(id, reason)}
        approved={({ published }) => `The bank runs on version ${published?.version ?? ''} now`}
        onDone={() => {
          void reload();
          void navigate({ to: '/connectors/$id', params: { id } });
        }}
      />
    </Group>
  );
}
