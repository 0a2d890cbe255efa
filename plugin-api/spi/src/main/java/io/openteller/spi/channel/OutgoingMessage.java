package io.openteller.spi.channel;

import io.openteller.spi.Experimental;

/** What a customer is to be told. */
@Experimental(settles = "2027-06-30")
public interface OutgoingMessage {

    /** The customer's address at this provider, as {@link Received.Incoming#from()} gave it. */
    String to();

    /** Plain text in the customer's language; never empty. */
    String text();

    /** Whether the assistant wrote it and no person did; a provider that can show this is told. */
    boolean byAssistant();
}
