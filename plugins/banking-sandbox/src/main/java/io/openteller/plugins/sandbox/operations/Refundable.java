package io.openteller.plugins.sandbox.operations;

import io.openteller.plugins.sandbox.operations.Transactions.Entry;
import java.sql.SQLException;
import java.util.Map;

/** The bank's rules on what it gives back. */
final class Refundable {

    /** What the bank gives out of kindness, at most. */
    private static final Map<String, Long> GOODWILL = Map.of("INR", 50_000L, "GBP", 1_000L);

    private Refundable() {}

    /** In minor units; nothing if the reason does not hold. */
    static long amount(Call call, Entry entry, String reason) throws SQLException {
        if (entry.amount() >= 0) {
            return 0;
        }
        long paid = -entry.amount();
        return switch (reason) {
            case "FEE_IN_ERROR" -> entry.category().equals("FEES") ? paid : 0;
            case "FAILED_PAYMENT" -> failed(call, entry) ? paid : 0;
            case "DUPLICATE" -> twice(call, entry) ? paid : 0;
            case "GOODWILL" -> Math.min(paid, GOODWILL.getOrDefault(call.currency(), 0L));
            default -> throw new Malformed("reason");
        };
    }

    private static boolean failed(Call call, Entry entry) throws SQLException {
        return call.sum("SELECT count(*) FROM payment WHERE entry = ? AND status = 'FAILED'", entry.ref()) > 0;
    }

    private static boolean twice(Call call, Entry entry) throws SQLException {
        return call.sum(
                        "SELECT count(*) FROM entry a JOIN entry b ON b.account = a.account AND b.ref <> a.ref"
                                + " AND b.merchant = a.merchant AND b.amount = a.amount"
                                + " AND abs(DATEDIFF(HOUR, a.at, b.at)) <= 24 WHERE a.ref = ?",
                        entry.ref())
                > 0;
    }
}
