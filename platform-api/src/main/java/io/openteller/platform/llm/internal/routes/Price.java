package io.openteller.platform.llm.internal.routes;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;

/**
 * What tokens of a model cost.
 *
 * @param model its name; a star stands for any characters
 * @param from the first day (UTC) of this price
 */
@Serdeable
public record Price(
        String plugin, String model, long inputPerMillionMinor, long outputPerMillionMinor, LocalDate from) {

    boolean isOf(Candidate candidate) {
        return plugin.equals(candidate.plugin()) && fits(model, candidate.model());
    }

    /** In millionths of the smallest unit: a price per million tokens in units is a price per token in these. */
    public long micros(long inputTokens, long outputTokens) {
        return inputTokens * inputPerMillionMinor + outputTokens * outputPerMillionMinor;
    }

    private static boolean fits(String pattern, String name) {
        int star = pattern.indexOf('*');
        return star < 0
                ? pattern.equals(name)
                : name.length() >= pattern.length() - 1
                        && name.startsWith(pattern.substring(0, star))
                        && name.endsWith(pattern.substring(star + 1));
    }
}
