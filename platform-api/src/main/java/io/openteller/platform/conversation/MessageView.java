package io.openteller.platform.conversation;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as customers and staff get it.
 *
 * @param aiGenerated whether the assistant wrote it
 * @param card what the customer is asked to do: {@code kind} OTP, QUESTIONS or CONFIRM with what belongs to it; null for none
 * @param turnId the turn whose reply this is
 * @param helpful what the customer thinks of this answer; null while they have not said it
 */
@Serdeable
public record MessageView(
        long seq,
        Author author,
        String text,
        boolean aiGenerated,
        @Nullable String agentName,
        @Nullable String clientMessageId,
        Instant createdAt,
        List<Citation> citations,
        @Nullable Map<String, Object> card,
        @Nullable UUID turnId,
        @Nullable Boolean helpful) {

    /** A source that the customer can open. */
    @Serdeable
    public record Citation(String title, String heading, String url) {}
}
