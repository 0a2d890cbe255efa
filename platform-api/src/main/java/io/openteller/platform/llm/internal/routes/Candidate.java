package io.openteller.platform.llm.internal.routes;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A model that a route may ask.
 *
 * @param rank the lowest is asked first; those of one rank share by weight, a higher one is asked when they fail
 * @param region where it runs, as the bank's administrator declares it
 * @param firstTokenMillis how long to wait for the first piece of an answer that is read while it is written; null: no own limit
 * @param totalMillis how long to wait for the whole answer
 * @param canaryPercent of the conversations that ask it before all others; it is asked in no other. Null: it is no trial
 * @param shadow asked after the live answer, in all conversations or in {@code canaryPercent} of them; never heard by a customer
 * @param maxAtOnce calls on this replica
 */
@Serdeable
public record Candidate(
        int rank,
        String plugin,
        String model,
        int weight,
        @Nullable String region,
        @Nullable Integer firstTokenMillis,
        int totalMillis,
        @Nullable Integer canaryPercent,
        boolean shadow,
        int maxAtOnce) {

    public static final int USUAL_MILLIS = 6_000;
    public static final int USUAL_AT_ONCE = 16;

    /** Alone on its route. */
    public static Candidate only(String plugin, String model, int totalMillis) {
        return new Candidate(1, plugin, model, 1, null, null, totalMillis, null, false, USUAL_AT_ONCE);
    }

    /** For logs, releases and alarms. */
    public String name() {
        return plugin + " " + model;
    }

    String inWords() {
        return rank + ": " + name() + ", weight " + weight + (region == null ? "" : ", in " + region)
                + (firstTokenMillis == null ? "" : ", first piece in " + firstTokenMillis + " ms") + ", " + totalMillis
                + " ms" + (shadow ? ", shadow" : "") + (canaryPercent == null ? "" : ", trial of " + canaryPercent + " %")
                + ", " + maxAtOnce + " at once";
    }
}
