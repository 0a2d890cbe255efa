package io.openteller.spi.channel;

import io.openteller.spi.Experimental;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a message. */
@Experimental(settles = "2027-06-30")
public sealed interface Sent {

    /** The provider has it. @param reference the provider's own, for its receipts */
    record Accepted(String reference) implements Sent {}

    /** The provider will never take it: wrong address, blocked, outside its window of time. */
    record Refused(String detail) implements Sent {}

    /** Too many. @param retryAfter null when the provider did not say */
    record Limited(@Nullable Duration retryAfter) implements Sent {}

    /** Not reached. Another time it may work. */
    record Unavailable(String detail) implements Sent {}

    static Sent accepted(String reference) {
        return new Accepted(reference);
    }

    static Sent refused(String detail) {
        return new Refused(detail);
    }

    static Sent limited(@Nullable Duration retryAfter) {
        return new Limited(retryAfter);
    }

    static Sent unavailable(String detail) {
        return new Unavailable(detail);
    }
}
