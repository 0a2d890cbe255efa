package io.openteller.spi.banking;

import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import java.time.Instant;
import java.util.List;
import org.pf4j.ExtensionPoint;

/** Cards, and stopping them. */
public interface CardControl extends ExtensionPoint {

    Outcome<List<Card>> cards(CallContext context, String customerRef);

    /** Blocks the card. One that is blocked already stays so, with the time of the first blocking. */
    Outcome<Blocking> block(CallContext context, String customerRef, String cardRef);

    /**
     * One card.
     *
     * @param kind DEBIT or CREDIT
     * @param status ACTIVE or BLOCKED
     */
    record Card(String ref, String accountRef, String kind, String network, String last4, String status) {}

    /** @param alreadyBlocked whether it was so before this call */
    record Blocking(String cardRef, Instant at, boolean alreadyBlocked) {}
}
