package io.openteller.platform.llm.internal.routes;

import io.openteller.platform.llm.Outcome.Why;
import java.util.Arrays;
import java.util.Optional;

/** How a model that was asked may fail; a route says after which of these the next candidate is asked. */
public enum Failure {
    UNAVAILABLE,
    LIMITED,
    BAD_ANSWER,
    TOO_LONG,
    REFUSED;

    /** Empty for what is no failure of a model that was asked. */
    public static Optional<Failure> of(Why why) {
        return Arrays.stream(values()).filter(one -> one.name().equals(why.name())).findFirst();
    }
}
