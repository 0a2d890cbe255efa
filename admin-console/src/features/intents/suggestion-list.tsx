import { Select } from '@mantine/core';
import { type IntentOverview, type IntentSuggestion, toast, toastProblem } from '@openteller/web-kit';
import { IconUserCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../shared/me.tsx';
import { Decide, SuggestedBy, Suggestions } from '../../shared/suggestions.tsx';
import { acceptSuggestion, declineSuggestion, refresh, suggestionsQuery } from './api.ts';
import classes from './intents.module.css';

/** What agents said messages were about; an example only once somebody accepts it. */
export function SuggestionList({ overview }: { overview: IntentOverview }) {
  return (
    <Suggestions
      title="Suggested by agents"
      hint="“This was about …”, said of a customer's message. Long numbers and addresses are left out."
      query={useQuery(suggestionsQuery)}
      rowHeight={64}
      empty={{
        icon: <IconUserCheck size={26} stroke={1.6} />,
        text: 'When an agent corrects what a message was about, it comes here first.',
      }}
    >
      {(one) => <Row key={one.id} suggestion={one} overview={overview} />}
    </Suggestions>
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
    <li className={classes.suggestion}>
      <div className={classes.suggestionText}>
        <span dir="auto">{suggestion.text}</span>
        <SuggestedBy
          by={suggestion.suggestedBy}
          at={suggestion.suggestedAt}
          conversation={suggestion.conversationId}
        />
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
      {mayWrite && <Decide yes="Accept" no="Decline" pending={decide.isPending} onDecide={decide.mutate} />}
    </li>
  );
}
