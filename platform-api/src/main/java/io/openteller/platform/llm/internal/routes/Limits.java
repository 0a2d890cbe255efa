package io.openteller.platform.llm.internal.routes;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** How much may be spent; null is no limit. Days are those of UTC. @param moneyPerDayMinor in the bank's currency */
@Serdeable
public record Limits(
        @Nullable Long tokensPerMinute,
        @Nullable Long tokensPerDay,
        @Nullable Long customerTokensPerDay,
        @Nullable Long moneyPerDayMinor) {

    public static final Limits NONE = new Limits(null, null, null, null);

    String inWords() {
        return words(tokensPerMinute, " tokens a minute")
                + words(tokensPerDay, " tokens a day")
                + words(customerTokensPerDay, " tokens a day and customer")
                + words(moneyPerDayMinor, " minor units a day");
    }

    private static String words(@Nullable Long limit, String unit) {
        return limit == null ? "" : ", " + limit + unit;
    }
}
