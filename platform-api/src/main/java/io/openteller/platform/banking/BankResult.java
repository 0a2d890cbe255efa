package io.openteller.platform.banking;

import java.time.Instant;

/** What the bank's system said. */
public sealed interface BankResult<T> {

    /** Id of the plugin that was asked; empty when none was. */
    String plugin();

    long millis();

    /** @param asOf when it was true */
    record Done<T>(T value, Instant asOf, String plugin, long millis) implements BankResult<T> {}

    /** The customer must confirm who they are first. Nothing was asked of the bank. */
    record NeedsStepUp<T>() implements BankResult<T> {
        @Override
        public String plugin() {
            return "";
        }

        @Override
        public long millis() {
            return 0;
        }
    }

    /** The bank says no, or does not know it. */
    record Refused<T>(String reason, String plugin, long millis) implements BankResult<T> {}

    /** The bank's system does not answer; the cause is for operators. */
    record Unavailable<T>(String cause, String plugin, long millis) implements BankResult<T> {}
}
