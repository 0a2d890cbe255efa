package io.openteller.platform.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did something.
 *
 * @param id null for the system itself
 * @param name as it was then; people change their names, the record does not
 */
public record Actor(Kind kind, @Nullable UUID id, String name) {

    /** The platform on its own account: the assistant, timers, clean-up. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null, "system");

    /** KEY is a program of the bank; OPERATOR is whoever runs the platform itself. */
    public enum Kind {
        STAFF,
        KEY,
        CUSTOMER,
        OPERATOR,
        SYSTEM
    }
}
