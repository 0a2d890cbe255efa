package io.openteller.platform.plugin.internal.calls;

import io.openteller.spi.Outcome;

/** How a call ended. */
sealed interface Ended<R> {

    record Answered<R>(Outcome<R> outcome) implements Ended<R> {}

    /** @param blamed whether it says something about the plugin, and not about its caller */
    record Broken<R>(String cause, boolean blamed) implements Ended<R> {}

    /** It never came to the plugin. */
    record Held<R>(String cause) implements Ended<R> {}
}
