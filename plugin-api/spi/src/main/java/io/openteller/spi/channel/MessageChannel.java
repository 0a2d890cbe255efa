package io.openteller.spi.channel;

import io.openteller.spi.CallContext;
import io.openteller.spi.Experimental;
import org.pf4j.ExtensionPoint;

/**
 * A provider of messages. Any thread may call, many at once. Neither method throws; details never hold what a customer wrote.
 */
@Experimental(settles = "2027-06-30")
public interface MessageChannel extends ExtensionPoint {

    /**
     * Reads what the provider delivers to the platform's address. Checks the provider's signature over the bytes as they came;
     * what is not signed as it should be is {@link Received.Unsigned}. Has no effect: the provider may deliver the same thing
     * many times, and the platform drops what it knows by the message's own id.
     */
    Received receive(CallContext context, Webhook webhook);

    /** Sends one message. Repeated with the same call id, the customer still gets one, if the provider can be told so. */
    Sent send(CallContext context, OutgoingMessage message);
}
