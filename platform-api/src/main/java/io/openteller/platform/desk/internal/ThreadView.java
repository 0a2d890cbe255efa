package io.openteller.platform.desk.internal;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.conversation.Assurance;
import io.openteller.platform.conversation.MessageView;
import io.openteller.platform.conversation.Owner;
import io.openteller.platform.desk.Packet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as a person works on it.
 *
 * @param packet why it is with people, and all they need; null if nobody asked for a person
 */
@Serdeable
record ThreadView(
        UUID conversationId,
        Owner owner,
        QueueItem.@Nullable Assignee assignedTo,
        long version,
        Talker customer,
        @Nullable Packet packet,
        List<MessageView> messages,
        List<NoteSql.Note> notes,
        @Nullable Integer csat) {

    @Serdeable
    record Talker(
            @Nullable String ref, String name, boolean verified, Assurance assurance, String language) {}
}
