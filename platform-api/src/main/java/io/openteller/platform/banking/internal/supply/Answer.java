package io.openteller.platform.banking.internal.supply;

import java.time.Instant;

/** What came back of a call by name. */
public sealed interface Answer {

    /** @param json not checked yet */
    record Told(String json, Instant asOf, String plugin, long millis) implements Answer {}

    /** The bank says no, or does not know what it is about: nothing was done. */
    record Refused(String reason, String plugin, long millis) implements Answer {}

    /** No answer that could be understood. What was to be changed may have been. */
    record Silent(String cause, String plugin, long millis) implements Answer {}

    /** Nobody was asked: the plugin is not switched on any more. */
    record NotAsked(String plugin) implements Answer {}
}
