package io.openteller.platform.desk.internal;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.conversation.Author;
import io.openteller.platform.conversation.Owner;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One conversation that goes on now. */
@Serdeable
record FeedItem(
        UUID conversationId,
        String customerName,
        String channel,
        Owner owner,
        @Nullable String intent,
        @Nullable Double confidence,
        boolean working,
        String lastLine,
        Author lastAuthor,
        @Nullable String risk,
        QueueItem.@Nullable Assignee assignedTo,
        Instant updatedAt,
        Instant startedAt,
        long messageCount,
        long version) {}
