package io.openteller.platform.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations to list.
 *
 * @param owners any of these; empty for all
 * @param route the last turn's; null for any
 * @param words found in the customer's name, reference, or a message; null for any
 * @param before only those updated earlier than this, or at the same time with a smaller id: the last row of the page before
 * @param limit 1 to 200
 */
public record ConversationFilter(
        List<Owner> owners,
        @Nullable String route,
        @Nullable String words,
        @Nullable Position before,
        int limit) {

    /** A place in the list, newest first. */
    public record Position(Instant updatedAt, UUID id) {}

    public static ConversationFilter owned(int limit, Owner... owners) {
        return new ConversationFilter(List.of(owners), null, null, null, limit);
    }

    public static ConversationFilter ofCustomer(String customerRef, int limit) {
        return new ConversationFilter(List.of(), null, customerRef, null, limit);
    }
}
