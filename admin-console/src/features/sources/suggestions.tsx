import { Button, Textarea } from '@mantine/core';
import {
  Ago,
  type ConversationSuggestion,
  EmptyState,
  ErrorState,
  Rows,
  toast,
  toastProblem,
} from '@openteller/web-kit';
import { IconCheck, IconMessageCheck, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useCan } from '../../shared/me.tsx';
import { Card } from '../../shared/page.tsx';
import { dismissSuggestion, suggestionsQuery, takeSuggestion } from './api.ts';
import classes from './sources.module.css';

/** Answers that agents gave and that would help the next customer; a person reads each one first. */
export function Suggestions() {
  const suggestions = useQuery(suggestionsQuery);
  return (
    <Card
      title="From resolved conversations"
      hint="Take out names and numbers before you take one: what you take becomes a draft that somebody else approves."
    >
      {suggestions.isPending ? (
        <Rows count={3} height={150} />
      ) : suggestions.isError && !suggestions.data ? (
        <ErrorState
          error={suggestions.error}
          title="The suggestions could not be loaded"
          retry={() => void suggestions.refetch()}
        />
      ) : suggestions.data.length === 0 ? (
        <EmptyState
          kind="done"
          icon={<IconMessageCheck size={26} stroke={1.6} />}
          title="Nothing waits for you"
          text="When an agent resolves something that no document answers, it comes here."
        />
      ) : (
        <ul className={classes.suggestions}>
          {suggestions.data.map((each) => (
            <Suggestion key={each.conversationId} suggestion={each} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Suggestion({ suggestion }: { suggestion: ConversationSuggestion }) {
  const queries = useQueryClient();
  const mayWrite = useCan('KNOWLEDGE_WRITE');
  const [question, setQuestion] = useState(suggestion.question);
  const [answer, setAnswer] = useState(suggestion.answer);
  const decide = useMutation({
    mutationFn: async (taken: boolean) => {
      if (taken)
        await takeSuggestion(suggestion.conversationId, { question: question.trim(), answer: answer.trim() });
      else await dismissSuggestion(suggestion.conversationId);
    },
    onSuccess: (_, taken) => {
      toast(taken ? 'It is a draft now' : 'Dismissed');
      void queries.invalidateQueries({ queryKey: ['conversation-suggestions'] });
      if (taken) void queries.invalidateQueries({ queryKey: ['documents'] });
    },
    onError: (error) => toastProblem(error, 'The suggestion stays as it is'),
  });
  return (
    <li className={classes.suggestion}>
      <Textarea
        label="Question"
        autosize
        minRows={1}
        dir="auto"
        readOnly={!mayWrite}
        value={question}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      />
      <Textarea
        label="Answer"
        autosize
        minRows={2}
        dir="auto"
        readOnly={!mayWrite}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      <div className={classes.suggestionFoot}>
        <span className={classes.sub}>
          {suggestion.agent ?? 'An agent'}, <Ago at={suggestion.at} /> ·{' '}
          <Link to="/conversations/$id" params={{ id: suggestion.conversationId }}>
            conversation
          </Link>
        </span>
        {mayWrite && (
          <span className={classes.siteButtons}>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconX size={15} />}
              disabled={decide.isPending}
              onClick={() => decide.mutate(false)}
            >
              Dismiss
            </Button>
            <Button
              size="xs"
              leftSection={<IconCheck size={15} />}
              loading={decide.isPending}
              disabled={!question.trim() || !answer.trim()}
              onClick={() => decide.mutate(true)}
            >
              Take as draft
            </Button>
          </span>
        )}
      </div>
    </li>
  );
}
