package io.openteller.connectors;

import com.dashjoin.jsonata.Jsonata;
import java.math.BigDecimal;
import java.util.Currency;

/** Money between banks' decimals and the catalogue's minor units, exactly. */
final class Amounts {

    private Amounts() {}

    static void register(Jsonata jsonata) {
        jsonata.registerFunction("minor", (Object amount, String currency) -> amount == null ? null : minor(amount, currency));
        jsonata.registerFunction("major", (Object minor, String currency) -> minor == null ? null : major(minor, currency));
    }

    /** {@code $minor("50.00", "INR")} is 5000. A fraction of the smallest coin is an error, not rounded away. */
    private static Long minor(Object amount, String currency) {
        return new BigDecimal(amount.toString().strip())
                .movePointRight(digits(currency))
                .longValueExact();
    }

    /** {@code $major(5000, "INR")} is the text 50.00. */
    private static String major(Object minor, String currency) {
        return new BigDecimal(minor.toString()).movePointLeft(digits(currency)).setScale(digits(currency)).toPlainString();
    }

    private static int digits(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
