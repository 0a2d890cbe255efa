package io.openteller.platform.understanding;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something that a message names, where it stands, and what it means. */
public sealed interface Entity {

    /** Position of its first character in the message. */
    int start();

    /** Position after its last character. */
    int end();

    /**
     * @param value in whole units of the currency, never negative
     * @param currency ISO code; null when the message does not say
     */
    record Amount(int start, int end, BigDecimal value, @Nullable String currency) implements Entity {}

    /** A day, or all days from the first to the last when the message names a longer time. */
    record Days(int start, int end, LocalDate first, LocalDate last) implements Entity {

        public boolean contain(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    /** @param last4 the last four digits */
    record CardDigits(int start, int end, String last4) implements Entity {}

    /** @param name as the customer writes it, without case */
    record Merchant(int start, int end, String name) implements Entity {}

    /** A case, ticket, transfer or order number. @param value in capitals, without spaces */
    record Reference(int start, int end, String value) implements Entity {}

    /** What a customer calls an account: salary in "my salary account". @param nickname in lower case */
    record AccountName(int start, int end, String nickname) implements Entity {}
}
