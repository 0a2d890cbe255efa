package io.openteller.spi.banking;

import io.openteller.spi.CallContext;
import io.openteller.spi.Money;
import io.openteller.spi.Outcome;
import java.time.Instant;
import java.util.List;
import org.pf4j.ExtensionPoint;

/** Payments that a customer does not recognise. */
public interface DisputeDesk extends ExtensionPoint {

    /** Opens a dispute; a transaction that is disputed already gives the dispute that is open. */
    Outcome<Dispute> open(CallContext context, String customerRef, String transactionRef, String reason);

    Outcome<List<Dispute>> disputes(CallContext context, String customerRef);

    /**
     * One dispute.
     *
     * @param reference what the customer quotes
     * @param openedAt by the bank's clock
     */
    record Dispute(
            String reference, String transactionRef, String merchant, Money amount, Instant openedAt, String status) {}
}
