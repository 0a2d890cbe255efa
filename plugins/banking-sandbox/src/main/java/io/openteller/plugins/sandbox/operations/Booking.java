package io.openteller.plugins.sandbox.operations;

import java.sql.SQLException;

/** Puts entries on accounts. */
final class Booking {

    private Booking() {}

    /** @return the entry's reference */
    static String book(Call call, String account, long amount, String text, String category) throws SQLException {
        String ref = call.reference("tx-b-");
        call.update(
                "INSERT INTO entry (ref, account, at, amount, merchant, category, kind, call_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                ref,
                account,
                call.now(),
                amount,
                text,
                category,
                amount < 0 ? "TRANSFER" : "CREDIT",
                call.callId());
        return ref;
    }
}
