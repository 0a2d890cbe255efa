package io.openteller.platform.desk.internal;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.conversation.Person;
import io.openteller.platform.desk.Reason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One conversation that a person has or must have.
 *
 * @param verified whether the bank knows who it is
 * @param priority 1 is the highest; the list is ordered by it, then by waiting time
 * @param slaSeconds how long the customer may wait in all
 */
@Serdeable
record QueueItem(
        UUID conversationId,
        String customerName,
        boolean verified,
        Reason reason,
        int priority,
        String priorityReason,
        @Nullable String intent,
        String language,
        String lastLine,
        Instant waitingSince,
        long slaSeconds,
        Instant slaDueAt,
        @Nullable Assignee assignedTo,
        long version) {

    @Serdeable
    record Assignee(UUID id, String name) {

        static @Nullable Assignee of(@Nullable Person person) {
            return person == null ? null : new Assignee(person.id(), person.name());
        }
    }
}
