package io.openteller.platform.conversation;

import org.jspecify.annotations.Nullable;

/**
 * How a conversation starts.
 *
 * @param channel where the customer is, for example {@code WIDGET}
 * @param customerRef the bank's own id of the customer; null for an anonymous visitor
 * @param customerName how the bank's site calls the customer; null if it did not say
 * @param locale language of the customer's screen, as a BCP 47 tag
 * @param greeting the assistant's first message; it says that it is an AI
 */
public record Opening(
        String channel,
        @Nullable String customerRef,
        @Nullable String customerName,
        String locale,
        String greeting) {

    /** Whoever brings a reference was vouched for by the bank. */
    public Assurance assurance() {
        return customerRef == null ? Assurance.ANONYMOUS : Assurance.IDENTIFIED;
    }
}
