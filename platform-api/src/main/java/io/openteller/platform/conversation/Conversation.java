package io.openteller.platform.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as it stands.
 *
 * @param assurance what holds now: a step-up that has run out counts as identified
 * @param language of the last message that was understood
 * @param lastRoute where the last turn went
 * @param agent the person who has it; null unless a person does
 * @param version grows when the owner or the person changes; for optimistic changes
 * @param lastSeq number of the newest message
 * @param lastLine what was said last, and by whom
 * @param working whether a turn waits for its answer
 * @param csat the customer's rating, 1 to 5
 */
public record Conversation(
        UUID id,
        Owner owner,
        String channel,
        @Nullable String customerRef,
        @Nullable String customerName,
        Assurance assurance,
        String locale,
        @Nullable String language,
        @Nullable String intent,
        @Nullable Double confidence,
        @Nullable String lastRoute,
        @Nullable Person agent,
        long version,
        long lastSeq,
        String lastLine,
        Author lastAuthor,
        boolean working,
        @Nullable Integer csat,
        @Nullable String csatComment,
        Instant createdAt,
        Instant updatedAt) {}
