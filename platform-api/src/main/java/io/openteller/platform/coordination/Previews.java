package io.openteller.platform.coordination;

import io.openteller.platform.tenancy.Tenant;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What is being written at this moment, for whoever looks at this moment. It is kept nowhere, may be lost, and is no source
 * of truth; unlike a {@link Hint} it says what.
 */
public interface Previews {

    /** Longer ones are not sent. */
    int LONGEST = 16_000;

    /**
     * Tells the readers on every replica. Returns at once, whether or not Redis can be reached.
     *
     * @param preview passes through Redis: personal values must be hidden in it
     */
    void publish(Tenant tenant, UUID conversation, String preview);

    /** Calls {@code listener} for each preview of one conversation until closed. Must return quickly. */
    Hints.Listening listen(Tenant tenant, UUID conversation, Consumer<String> listener);
}
