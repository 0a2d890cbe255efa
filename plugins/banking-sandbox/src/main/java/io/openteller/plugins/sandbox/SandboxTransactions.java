package io.openteller.plugins.sandbox;

import io.openteller.spi.CallContext;
import io.openteller.spi.Money;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.TransactionReader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.pf4j.Extension;

/** Entries of all of a customer's accounts. */
@Extension
public final class SandboxTransactions implements TransactionReader {

    private static final int MOST = 200;

    @Override
    public Outcome<List<Transaction>> transactions(CallContext context, String customerRef, Query query) {
        return Guarded.callFor(customerRef, context, store -> {
            Instant since = query.since() == null ? Instant.EPOCH : query.since();
            String merchant = query.merchant() == null ? "" : query.merchant().toLowerCase(Locale.ROOT);
            List<Transaction> found = store.inTransaction(connection -> Store.query(
                    connection,
                    row -> new Transaction(
                            row.getString("ref"),
                            row.getString("account"),
                            row.getTimestamp("at").toInstant(),
                            row.getString("merchant"),
                            new Money(row.getLong("amount"), store.currency()),
                            row.getString("category"),
                            row.getString("kind"),
                            row.getBoolean("disputed")),
                    "SELECT e.*, EXISTS (SELECT 1 FROM dispute d WHERE d.entry = e.ref) AS disputed"
                            + " FROM entry e JOIN account a ON a.ref = e.account WHERE a.customer = ? AND e.at >= ?"
                            + " AND (CAST(? AS BIGINT) IS NULL OR abs(e.amount) = ?)"
                            + " AND (? = '' OR locate(?, lower(e.merchant)) > 0) ORDER BY e.at DESC, e.ref LIMIT ?",
                    customerRef,
                    since,
                    query.amountMinor(),
                    query.amountMinor(),
                    merchant,
                    merchant,
                    Math.clamp(query.limit(), 1, MOST)));
            return Outcome.done(found, Instant.now());
        });
    }
}
