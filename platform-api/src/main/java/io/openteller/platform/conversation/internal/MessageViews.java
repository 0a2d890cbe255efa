package io.openteller.platform.conversation.internal;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.conversation.Author;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.conversation.MessageView;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Singleton
class MessageViews {

    private final ObjectMapper json;

    MessageViews(ObjectMapper json) {
        this.json = json;
    }

    MessageView view(Message message) {
        Detail detail = detail(message.detailJson());
        Map<String, Object> card = detail.card();
        if (card != null && message.stepState() != null) {
            card = new HashMap<>(card);
            card.put("state", message.stepState());
        }
        return new MessageView(
                message.seq(),
                message.author(),
                message.text(),
                message.author() == Author.ASSISTANT,
                message.authorName(),
                message.author() == Author.SYSTEM ? null : message.clientMessageId(),
                message.createdAt(),
                detail.citations() == null ? List.of() : detail.citations(),
                card,
                message.replyToTurn(),
                message.helpful());
    }

    private Detail detail(@Nullable String written) {
        if (written == null) {
            return new Detail(null, null);
        }
        try {
            return Objects.requireNonNull(json.readValue(written, Detail.class));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What is stored beside a text. */
    @Serdeable
    record Detail(
            @Nullable List<MessageView.Citation> citations,
            @Nullable Map<String, Object> card) {}
}
