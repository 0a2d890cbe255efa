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
                            "SELECT 1 FROM entry e JOIN account a ON a.ref = e.account WHERE e.ref = ? AND a.customer = ?",
                            transactionRef,
                            customerRef)
                    .isEmpty();
            if (!theirs) {
                return Outcome.notFound("transaction");
            }
            Store.update(
                    connection,
                    "INSERT INTO dispute SELECT ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM dispute WHERE entry = ?)",
                    reference(context, transactionRef),
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
        return Guarded.call(
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

    private static String reference(CallContext context, String transactionRef) {
        String bank = context.bank().substring(0, 2).toUpperCase(Locale.ROOT);
        int number = Math.floorMod((context.callId() + transactionRef).hashCode(), 90_000_000) + 10_000_000;
        return "D" + bank + "-" + number;
    }
}
