import type { ConversationDetail } from '@openteller/web-kit';

/** What the conversation is to the person who looks at it. */
export type Standing = 'mine' | 'others' | 'waiting' | 'assistant' | 'closed' | 'readonly';

export function standingOf(detail: ConversationDetail, me: string, canWork: boolean): Standing {
  if (detail.owner === 'CLOSED') return 'closed';
  if (!canWork) return 'readonly';
  if (detail.owner === 'QUEUE') return 'waiting';
  if (detail.owner === 'ASSISTANT') return 'assistant';
  return detail.assignedTo?.id === me ? 'mine' : 'others';
}

/** Why this person cannot write to the customer; undefined when they can. */
export function replyBlocked(standing: Standing, detail: ConversationDetail): string | undefined {
  switch (standing) {
    case 'mine':
      return undefined;
    case 'others':
      return `${detail.assignedTo?.name ?? 'A colleague'} is answering`;
    case 'waiting':
      return 'Claim the conversation to reply';
    case 'assistant':
      return 'The assistant is answering; take over to reply';
    case 'closed':
      return 'This conversation is closed';
    case 'readonly':
      return 'Your role reads conversations only';
  }
}
