package io.openteller.spi.banking;

import io.openteller.spi.CallContext;
import io.openteller.spi.Money;
import io.openteller.spi.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pf4j.ExtensionPoint;

/** What happened on a customer's accounts. */
public interface TransactionReader extends ExtensionPoint {

    /** Newest first. */
    Outcome<List<Transaction>> transactions(CallContext context, String customerRef, Query query);

    /**
     * Which ones.
     *
     * @param amountMinor the amount without its sign; null for any
     * @param merchant part of the name, in any case; null for any
     * @param since only those at or after; null for all that are kept
     * @param limit at most so many
     */
    record Query(
            @Nullable Long amountMinor,
            @Nullable String merchant,
            @Nullable Instant since,
            int limit) {}

    /**
     * One entry.
     *
     * @param amount negative for what went out
     * @param kind CARD, UPI, FASTER_PAYMENT, DIRECT_DEBIT, TRANSFER or CREDIT
     */
    record Transaction(
            String ref,
            String accountRef,
            Instant postedAt,
            String merchant,
            Money amount,
            String category,
            String kind,
            boolean disputed) {}
}
