package io.openteller.platform.turn.internal;

import io.openteller.platform.conversation.Author;
import io.openteller.platform.conversation.ClaimedTurn;
import io.openteller.platform.conversation.Message;
import java.util.List;

/**
 * What went before the message of a turn.
 *
 * @param customer what the customer wrote, oldest first
 * @param assistant what the assistant said last; empty if nothing
 * @param refusals turns without an answer in a row, up to this one
 */
record Before(List<String> customer, String assistant, int refusals) {

    static Before of(ClaimedTurn turn, List<Message> messages, int refusals) {
        List<String> said = messages.stream()
                .filter(message -> message.author() == Author.CUSTOMER)
                .map(Message::text)
                .toList();
        int own = said.lastIndexOf(turn.text());
        String assistant = messages.reversed().stream()
                .filter(message -> message.author() == Author.ASSISTANT)
                .findFirst()
                .map(Message::text)
                .orElse("");
        return new Before(own < 0 ? said : said.subList(0, own), assistant, refusals);
    }
}
