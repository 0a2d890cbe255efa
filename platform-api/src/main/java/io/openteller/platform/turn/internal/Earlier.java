package io.openteller.platform.turn.internal;

import io.openteller.platform.conversation.Author;
import io.openteller.platform.conversation.ClaimedTurn;
import io.openteller.platform.conversation.Message;
import java.util.List;

/**
 * What was said before a turn.
 *
 * @param customer what the customer wrote, oldest first
 * @param assistant what the assistant said last; empty if nothing
 * @param from number of the first message that was read; what the customer wrote from there on is known to this turn
 * @param to number of the last one
 * @param crossed whether the assistant has said something that the customer could not know when they wrote
 */
record Earlier(List<String> customer, String assistant, long from, long to, boolean crossed) {

    static Earlier than(ClaimedTurn turn, List<Message> messages) {
        List<String> customer = said(messages, Author.CUSTOMER);
        List<String> assistant = said(messages, Author.ASSISTANT);
        int own = customer.lastIndexOf(turn.text());
        return new Earlier(
                own < 0 ? customer : customer.subList(0, own),
                assistant.isEmpty() ? "" : assistant.getLast(),
                messages.isEmpty() ? 1 : messages.getFirst().seq(),
                messages.isEmpty() ? 0 : messages.getLast().seq(),
                messages.stream().anyMatch(message -> message.author() == Author.ASSISTANT && message.seq() > turn.seq()));
    }

    private static List<String> said(List<Message> messages, Author author) {
        return messages.stream()
                .filter(message -> message.author() == author)
                .map(Message::text)
                .toList();
    }
}
