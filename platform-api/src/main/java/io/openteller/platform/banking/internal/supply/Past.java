package io.openteller.platform.banking.internal.supply;

import java.time.Instant;

/** What the bank knows of a call that was never answered. */
public sealed interface Past {

    record Performed(String json, Instant asOf) implements Past {}

    /** It was not done and will not be. */
    record Never(String reason) implements Past {}

    /** Nothing is known, or nobody answers. */
    record Unknown(String cause) implements Past {}
}
