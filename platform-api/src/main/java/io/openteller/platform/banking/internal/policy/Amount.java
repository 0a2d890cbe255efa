package io.openteller.platform.banking.internal.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.operations.Figures;
import org.jspecify.annotations.Nullable;

/** Never negative. */
public record Amount(long minor, String currency) {

    public Amount {
        if (minor < 0) {
            throw new IllegalArgumentException("negative: " + minor);
        }
    }

    /** Null if it is no amount, or not one of zero or more in whole minor units. */
    static @Nullable Amount of(JsonNode money) {
        JsonNode minor = money.path("minor");
        boolean whole = minor.isIntegralNumber() && minor.canConvertToLong() && minor.longValue() >= 0;
        return whole && money.path("currency").isTextual()
                ? new Amount(minor.longValue(), money.path("currency").asText())
                : null;
    }

    /** Of what is told of an object, where the sign says in which direction it went. */
    static @Nullable Amount sized(JsonNode money) {
        JsonNode minor = money.path("minor");
        boolean whole = minor.isIntegralNumber() && minor.canConvertToLong() && minor.longValue() != Long.MIN_VALUE;
        return whole && money.path("currency").isTextual()
                ? new Amount(Math.abs(minor.longValue()), money.path("currency").asText())
                : null;
    }

    public String written() {
        return Figures.money(minor, currency);
    }
}
