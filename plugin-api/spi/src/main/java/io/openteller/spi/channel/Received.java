package io.openteller.spi.channel;

import io.openteller.spi.Experimental;
import java.time.Instant;
import java.util.List;

/** What a delivery was. */
@Experimental(settles = "2027-06-30")
public sealed interface Received {

    /** Messages of customers; may be none, as for receipts. */
    record Messages(List<Incoming> messages) implements Received {}

    /** The provider asks whether the address is ours. @param answer is sent back as plain text */
    record Challenge(String answer) implements Received {}

    /** Not signed by the provider. Nothing in it is believed. */
    record Unsigned() implements Received {}

    /** Signed, but not to be read. @param detail for operators */
    record Unreadable(String detail) implements Received {}

    /**
     * @param id the provider's own; the same one again is the same message
     * @param from the customer's address at this provider
     * @param name as the provider tells it; may be empty
     */
    record Incoming(String id, String from, String name, String text, Instant at) {}

    static Received messages(List<Incoming> messages) {
        return new Messages(List.copyOf(messages));
    }

    static Received challenge(String answer) {
        return new Challenge(answer);
    }

    static Received unsigned() {
        return new Unsigned();
    }

    static Received unreadable(String detail) {
        return new Unreadable(detail);
    }
}
