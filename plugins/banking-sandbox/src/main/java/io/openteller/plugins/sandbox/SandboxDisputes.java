package io.openteller.plugins.sandbox;

import io.openteller.plugins.sandbox.operations.Json;
import io.openteller.spi.CallContext;
import io.openteller.spi.Money;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.DisputeDesk;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.pf4j.Extension;

/** One dispute per transaction, with a reference that people can read out. */
@Extension
public final class SandboxDisputes implements DisputeDesk {

    private static final String SELECT = "SELECT d.reference, d.entry, d.opened_at, d.status, e.merchant, e.amount"
            + " FROM dispute d JOIN entry e ON e.ref = d.entry WHERE d.customer = ?";

    @Override
    public Outcome<Dispute> open(CallContext context, String customerRef, String transactionRef, String reason) {
        return Guarded.callFor(customerRef, context, store -> {
            Outcome<String> opened = new Books(store, context, customerRef)
                    .perform(
                            Objects.requireNonNull(Books.supplied().get("disputes.open/v1")),
                            Json.of("transaction", transactionRef, "reason", reason),
                            Instant.now().truncatedTo(ChronoUnit.MILLIS));
            return switch (opened) {
                case Outcome.Done<String> done ->
                    Outcome.done(
                            store.inTransaction(connection -> disputes(connection, store, customerRef)).stream()
                                    .filter(dispute -> dispute.transactionRef().equals(transactionRef))
                                    .findFirst()
                                    .orElseThrow(),
                            done.asOf());
                case Outcome.NotFound<String>(String what) -> Outcome.notFound(what);
                case Outcome.Refused<String>(String why) -> Outcome.refused(why);
                case Outcome.Unavailable<String>(String detail) -> Outcome.unavailable(detail);
            };
        });
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
                        row.getString("status")),
                SELECT + " ORDER BY d.opened_at DESC",
                customerRef);
    }
}
