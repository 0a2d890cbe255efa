package io.openteller.plugins.sandbox;

import io.openteller.spi.CallContext;
import io.openteller.spi.Money;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.DisputeDesk;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.pf4j.Extension;

/** One dispute per transaction, with a reference that people can read out. */
@Extension
public final class SandboxDisputes implements DisputeDesk {

    private static final String SELECT = "SELECT d.reference, d.entry, d.opened_at, e.merchant, e.amount"
            + " FROM dispute d JOIN entry e ON e.ref = d.entry WHERE d.customer = ?";

    @Override
    public Outcome<Dispute> open(CallContext context, String customerRef, String transactionRef, String reason) {
        return Guarded.call(context, store -> store.inTransaction(connection -> {
            boolean theirs = !Store.query(
                            connection,
                            row -> true,
                            // Locked, so that two at the same moment open one.
                            "SELECT 1 FROM entry e WHERE e.ref = ?"
                                    + " AND e.account IN (SELECT ref FROM account WHERE customer = ?) FOR UPDATE",
                            transactionRef,
                            customerRef)
                    .isEmpty();
            if (!theirs) {
                return Outcome.notFound("transaction");
            }
            Store.update(
                    connection,
                    "INSERT INTO dispute SELECT ? || NEXT VALUE FOR dispute_number, ?, ?, ?, ?"
                            + " WHERE NOT EXISTS (SELECT 1 FROM dispute WHERE entry = ?)",
                    prefix(context),
                    customerRef,
                    transactionRef,
                    reason,
                    Instant.now(),
                    transactionRef);
            Dispute open = disputes(connection, store, customerRef).stream()
                    .filter(dispute -> dispute.transactionRef().equals(transactionRef))
                    .findFirst()
                    .orElseThrow();
            return Outcome.done(open, Instant.now());
        }));
    }

    @Override
    public Outcome<List<Dispute>> disputes(CallContext context, String customerRef) {
        return Guarded.callFor(
                customerRef,
                context,
                store -> Outcome.done(
                        store.inTransaction(connection -> disputes(connection, store, customerRef)), Instant.now()));
    }

    private static List<Dispute> disputes(Connection connection, Store store, String customerRef) throws SQLException {
        return Store.query(
                connection,
                row -> new Dispute(
                        row.getString("reference"),
                        row.getString("entry"),
                        row.getString("merchant"),
                        new Money(row.getLong("amount"), store.currency()),
                        row.getTimestamp("opened_at").toInstant(),
                        "OPEN"),
                SELECT + " ORDER BY d.opened_at DESC",
                customerRef);
    }

    private static String prefix(CallContext context) {
        return "D" + context.bank().substring(0, Math.min(2, context.bank().length())).toUpperCase(Locale.ROOT) + "-";
    }
}
