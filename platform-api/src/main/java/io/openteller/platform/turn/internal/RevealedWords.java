package io.openteller.platform.turn.internal;

import io.openteller.platform.conversation.Author;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.LastHop;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.conversation.Partial;
import io.openteller.platform.guard.Privacy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Makes the tokens of a turn anew from the messages that its worker had read. */
@Singleton
class RevealedWords implements LastHop {

    private final Conversations conversations;
    private final Privacy privacy;

    RevealedWords(Conversations conversations, Privacy privacy) {
        this.conversations = conversations;
        this.privacy = privacy;
    }

    @Override
    public String text(UUID conversation, Partial partial) {
        if (!partial.text().contains("[")) {
            return partial.text();
        }
        int count = (int) Math.clamp(partial.heardTo() - partial.heardFrom() + 1, 0, ConductedTurns.TRANSCRIPT);
        List<String> heard = conversations.messages(conversation, partial.heardFrom() - 1, count).stream()
                .filter(message -> message.author() == Author.CUSTOMER)
                .map(Message::text)
                .toList();
        return privacy.tokens(heard).reveal(partial.text());
    }
}
