package io.openteller.plugins.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What needs no writing down: payments that went through, and what falls due every month. */
final class Ordinary {

    private static final Duration PAYMENTS_KEPT = Duration.ofDays(60);

    /** From here on, in minor units, a bank transfer in rupees goes by NEFT; below it is instant. */
    private static final long NEFT_FROM = 2_000_000;

    private final Connection connection;
    private final String currency;
    private final Dataset.Account account;
    private final Instant now;

    Ordinary(Connection connection, String currency, Dataset.Account account, Instant now) {
        this.connection = connection;
        this.currency = currency;
        this.account = account;
        this.now = now;
    }

    void fill() throws SQLException {
        Store.update(
                connection,
                "INSERT INTO payment (ref, account, rail, payee, amount, made_at, status, cancellable, entry)"
                        + " SELECT 'pay-' || e.ref, e.account, CASE WHEN ? <> 'INR' THEN 'FASTER_PAYMENTS'"
                        + " WHEN e.kind = 'UPI' THEN 'UPI' WHEN -e.amount >= ? THEN 'NEFT' ELSE 'IMPS' END,"
                        + " e.merchant, -e.amount, e.at, 'COMPLETED', FALSE, e.ref FROM entry e WHERE e.account = ?"
                        + " AND e.amount < 0 AND e.at >= ? AND e.kind IN ('UPI', 'FASTER_PAYMENT', 'TRANSFER')"
                        + " AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.entry = e.ref)",
                currency,
                NEFT_FROM,
                account.ref(),
                now.minus(PAYMENTS_KEPT));
        List<Dataset.Monthly> monthly = account.monthly() == null ? List.of() : account.monthly();
        int number = 0;
        for (Dataset.Monthly one : monthly) {
            if (one.amountMinor() < 0) {
                Store.update(
                        connection,
                        "INSERT INTO due VALUES (?, ?, ?, ?, ?)",
                        String.format(Locale.ROOT, "due-%s-%d", account.ref(), ++number),
                        account.ref(),
                        one.merchant(),
                        -one.amountMinor(),
                        one.day());
            }
        }
    }
}
