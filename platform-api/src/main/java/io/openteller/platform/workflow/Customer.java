package io.openteller.platform.workflow;

import io.openteller.platform.conversation.Assurance;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who a task is for.
 *
 * @param turn what it is done in; the same task in the same turn again has the effect of once
 * @param ref the bank's id; null for an anonymous visitor
 * @param language of what is said
 */
public record Customer(
        UUID conversation, UUID turn, @Nullable String ref, Assurance assurance, String language) {

    /** An id for {@code what} that is the same whenever this turn is tried. */
    public UUID once(String what) {
        return UUID.nameUUIDFromBytes((turn + "/" + what).getBytes(StandardCharsets.UTF_8));
    }
}
