import { Textarea } from '@mantine/core';
import { type ConversationSuggestion, toast, toastProblem } from '@openteller/web-kit';
import { IconMessageCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../shared/me.tsx';
import { Decide, SuggestedBy, Suggestions } from '../../shared/suggestions.tsx';
import { dismissSuggestion, suggestionsQuery, takeSuggestion } from './api.ts';
import classes from './sources.module.css';

/** Answers that agents gave and that would help the next customer; a person reads each one first. */
export function ConversationSuggestions() {
  return (
    <Suggestions
      title="From resolved conversations"
      hint="Take out names and numbers before you take one: what you take becomes a draft that somebody else approves."
      query={useQuery(suggestionsQuery)}
      rowHeight={150}
      empty={{
        icon: <IconMessageCheck size={26} stroke={1.6} />,
        text: 'When an agent resolves something that no document answers, it comes here.',
      }}
    >
      {(each) => <Suggestion key={each.conversationId} suggestion={each} />}
    </Suggestions>
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
        <SuggestedBy
          by={suggestion.agent ?? 'An agent'}
          at={suggestion.at}
          conversation={suggestion.conversationId}
        />
        {mayWrite && (
          <Decide
            yes="Take as draft"
            no="Dismiss"
            pending={decide.isPending}
            incomplete={!question.trim() || !answer.trim()}
            onDecide={decide.mutate}
          />
        )}
      </div>
    </li>
  );
}
