import { api, type ConversationDetail, Problem } from '@openteller/web-kit';
import { pathOf } from '../../shared/desk/queries.ts';

/** The assistant may be saying something at this very moment, which makes a new version of the conversation. */
const ATTEMPTS = 4;

/**
 * Takes the conversation, if nobody has it, and writes to the customer as a person does. From then on the assistant is silent, so
 * what a colleague says of their decision is the last word on it.
 *
 * @param clientMessageId the same for every attempt at these words: they arrive once
 */
export async function tellCustomer(
  conversation: string,
  me: string,
  words: { clientMessageId: string; text: string },
): Promise<void> {
  await taken(conversation, me);
  await api.post(pathOf(conversation, '/messages'), words);
}

async function taken(conversation: string, me: string, attempt = 1): Promise<void> {
  const { owner, assignedTo, version } = await api.get<ConversationDetail>(pathOf(conversation));
  if (owner === 'AGENT' && assignedTo?.id === me) return;
  // What somebody else has, or is over, is refused by the platform, which says why.
  const step = owner === 'ASSISTANT' ? '/take-over' : '/claim';
  try {
    await api.post(pathOf(conversation, step), { version });
  } catch (error) {
    const overtaken = error instanceof Problem && error.status === 409;
    if (!overtaken || owner === 'AGENT' || owner === 'CLOSED' || attempt === ATTEMPTS) throw error;
    await taken(conversation, me, attempt + 1);
  }
}
