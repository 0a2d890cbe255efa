package io.openteller.spi;

import java.time.Instant;

/** What a call to the bank's system came to. */
public sealed interface Outcome<T> {

    /** @param asOf when the bank's system knew it */
    record Done<T>(T value, Instant asOf) implements Outcome<T> {}

    /** There is no such customer, account, card or transaction. */
    record NotFound<T>(String what) implements Outcome<T> {}

    /** The bank's own rules say no. The reason may be shown to the customer. */
    record Refused<T>(String reason) implements Outcome<T> {}

    /** The system could not be reached, or did not understand. The detail is for operators. */
    record Unavailable<T>(String detail) implements Outcome<T> {}

    static <T> Outcome<T> done(T value, Instant asOf) {
        return new Done<>(value, asOf);
    }

    static <T> Outcome<T> notFound(String what) {
        return new NotFound<>(what);
    }

    static <T> Outcome<T> refused(String reason) {
        return new Refused<>(reason);
    }

    static <T> Outcome<T> unavailable(String detail) {
        return new Unavailable<>(detail);
    }
}
