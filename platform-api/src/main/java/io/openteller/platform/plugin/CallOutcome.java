package io.openteller.platform.plugin;

import io.openteller.spi.Outcome;

/** What a call through the host came to. */
public sealed interface CallOutcome<R> {

    /** Id of the plugin; empty when none was there. */
    String plugin();

    long millis();

    /** The plugin answered, whatever it said. */
    record Answered<R>(String plugin, Outcome<R> outcome, long millis) implements CallOutcome<R> {}

    /** It threw, or was too slow, or too many calls were waiting. */
    record Failed<R>(String plugin, String cause, long millis) implements CallOutcome<R> {}

    /** The bank has nothing switched on for this. */
    record NotEnabled<R>() implements CallOutcome<R> {
        @Override
        public String plugin() {
            return "";
        }

        @Override
        public long millis() {
            return 0;
        }
    }
}
