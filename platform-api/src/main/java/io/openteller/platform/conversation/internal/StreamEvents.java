package io.openteller.platform.conversation.internal;

import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.conversation.Spoken;
import io.openteller.platform.coordination.TextEvent;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/** What streams tell, as it is read and as it is written. */
@Singleton
class StreamEvents {

    private final Conversations conversations;
    private final MessageViews views;
    private final ObjectMapper json;

    StreamEvents(Conversations conversations, MessageViews views, ObjectMapper json) {
        this.conversations = conversations;
        this.views = views;
        this.json = json;
    }

    /** What is new: the conversation as it is now, and what was said until then. */
    record News(Conversation now, List<Message> messages) {

        /** Whether there is nothing more after these. */
        boolean isAll() {
            return messages.isEmpty() || messages.getLast().seq() >= now.lastSeq();
        }
    }

    /** Of the current tenant's conversation; a message that came between the two reads is left for the next. */
    News news(UUID conversation, long after, int most) {
        Spoken spoken = conversations.after(conversation, after, most).orElseThrow();
        Conversation now = spoken.conversation();
        return new News(
                now,
                spoken.messages().stream()
                        .filter(one -> one.seq() <= now.lastSeq())
                        .toList());
    }

    TextEvent message(Message message) {
        return TextEvent.of("message", Long.toString(message.seq()), written(views.view(message)));
    }

    /** A state, and how it is told. */
    record StateEvent(ConversationState state, TextEvent event) {}

    StateEvent state(ConversationState state) {
        return new StateEvent(state, TextEvent.of("state", written(state)));
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
