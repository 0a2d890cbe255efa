import { Button, Select } from '@mantine/core';
import {
  Ago,
  EmptyState,
  ErrorState,
  type IntentOverview,
  type IntentSuggestion,
  Rows,
  toast,
  toastProblem,
} from '@openteller/web-kit';
import { IconCheck, IconUserCheck, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useCan } from '../../shared/me.tsx';
import { Card } from '../../shared/page.tsx';
import { acceptSuggestion, declineSuggestion, refresh, suggestionsQuery } from './api.ts';
import classes from './intents.module.css';

/** What agents said messages were about; an example only once somebody accepts it. */
export function SuggestionList({ overview }: { overview: IntentOverview }) {
  const suggestions = useQuery(suggestionsQuery);
  return (
    <Card
      title="Suggested by agents"
      hint="“This was about …”, said of a customer's message. Long numbers and addresses are left out."
    >
      {suggestions.isPending ? (
        <Rows count={4} height={64} />
      ) : suggestions.isError && !suggestions.data ? (
        <ErrorState
          error={suggestions.error}
          title="The suggestions could not be loaded"
          retry={() => void suggestions.refetch()}
        />
      ) : suggestions.data.length === 0 ? (
        <EmptyState
          kind="done"
          icon={<IconUserCheck size={26} stroke={1.6} />}
          title="Nothing waits for you"
          text="When an agent corrects what a message was about, it comes here first."
        />
      ) : (
        <ul className={classes.suggestions}>
          {suggestions.data.map((one) => (
            <Row key={one.id} suggestion={one} overview={overview} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Row({ suggestion, overview }: { suggestion: IntentSuggestion; overview: IntentOverview }) {
  const queries = useQueryClient();
  const mayWrite = useCan('INTENT_WRITE');
  const [intent, setIntent] = useState(suggestion.intent);
  const decide = useMutation({
    mutationFn: (accepted: boolean) =>
      accepted ? acceptSuggestion(suggestion.id, intent) : declineSuggestion(suggestion.id),
    onSuccess: async (_, accepted) => {
      toast(accepted ? 'It is an example now; train to put it in force' : 'Declined');
      await refresh(queries);
    },
    onError: (error) => {
      toastProblem(error, 'The suggestion stays as it is');
      void refresh(queries);
    },
  });
  return (
    <li>
      <div className={classes.suggestionText}>
        <span dir="auto">{suggestion.text}</span>
        <span className={classes.sub}>
          {suggestion.suggestedBy}, <Ago at={suggestion.suggestedAt} /> ·{' '}
          <Link to="/conversations/$id" params={{ id: suggestion.conversationId }} className={classes.link}>
            conversation
          </Link>
        </span>
      </div>
      <Select
        aria-label="Intent"
        searchable
        allowDeselect={false}
        disabled={!mayWrite}
        value={intent}
        data={overview.items.map((row) => ({ value: row.name, label: row.title }))}
        onChange={(value) => value && setIntent(value)}
        w={{ base: '100%', sm: 260 }}
      />
      {mayWrite && (
        <span className={classes.deciding}>
          <Button
            variant="default"
            leftSection={<IconX size={16} />}
            disabled={decide.isPending}
            onClick={() => decide.mutate(false)}
          >
            Decline
          </Button>
          <Button
            leftSection={<IconCheck size={16} />}
            loading={decide.isPending}
            onClick={() => decide.mutate(true)}
          >
            Accept
          </Button>
        </span>
      )}
    </li>
  );
}
