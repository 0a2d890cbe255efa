package io.openteller.plugins.sandbox.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.plugins.sandbox.operations.Transactions.Entry;
import io.openteller.spi.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Money back: worked out first, booked to the account it came from when somebody says so, and once. */
final class Refunds {

    static final List<Supplied> SUPPLIED = List.of(
            Supplied.effect("refunds.propose/v1", Refunds::propose),
            Supplied.effect("refunds.execute/v1", Refunds::execute),
            Supplied.effect("refunds.reverse/v1", Refunds::reverse),
            Supplied.read("refunds.status/v1", Refunds::status));

    private static final Duration PROPOSAL_HOLDS = Duration.ofMinutes(30);

    private Refunds() {}

    private record Refund(
            String ref, String account, @Nullable String entry, String merchant, long amount, String status, @Nullable Instant validUntil) {

        static List<Refund> of(Call call) throws SQLException {
            return call.query(
                    row -> new Refund(
                            row.getString("ref"),
                            row.getString("account"),
                            row.getString("entry"),
                            row.getString("merchant"),
                            row.getLong("amount"),
                            row.getString("status"),
                            Json.time(row, "valid_until")),
                    "SELECT r.* FROM refund r JOIN account a ON a.ref = r.account WHERE a.customer = ? ORDER BY r.at DESC, r.ref",
                    call.customer());
        }

        static Optional<Refund> theirs(Call call) throws SQLException {
            String ref = call.text("refund");
            return of(call).stream().filter(refund -> refund.ref.equals(ref)).findFirst();
        }

        boolean holds(Instant now) {
            return status.equals("PROPOSED") && validUntil != null && validUntil.isAfter(now);
        }
    }

    private static Outcome<JsonNode> propose(Call call) throws SQLException {
        Optional<Entry> found = Entry.theirs(call, call.text("transaction"));
        if (found.isEmpty()) {
            return Outcome.notFound("transaction");
        }
        Entry entry = found.get();
        for (Refund refund : Refund.of(call)) {
            if (entry.ref().equals(refund.entry()) && (refund.status().equals("BOOKED") || refund.status().equals("SENT"))) {
                return Outcome.refused("This has been refunded, or the refund is on its way.");
            }
        }
        long amount = Refundable.amount(call, entry, call.text("reason"));
        if (amount <= 0) {
            return Outcome.refused("The bank's rules do not refund this for that reason.");
        }
        String ref = call.reference("ref-");
        Instant validUntil = call.now().plus(PROPOSAL_HOLDS);
        call.update(
                "INSERT INTO refund (ref, account, entry, merchant, amount, status, valid_until, at)"
                        + " VALUES (?, ?, ?, ?, ?, 'PROPOSED', ?, ?)",
                ref,
                entry.account(),
                entry.ref(),
                entry.merchant(),
                amount,
                validUntil,
                call.now());
        return Outcome.done(
                Json.of(
                        "refund", ref,
                        "merchant", entry.merchant(),
                        "amount", call.money(amount),
                        "validUntil", validUntil),
                call.now());
    }

    private static Outcome<JsonNode> execute(Call call) throws SQLException {
        Optional<Refund> found = Refund.theirs(call);
        if (found.isEmpty()) {
            return Outcome.notFound("refund");
        }
        Refund refund = found.get();
        JsonNode amount = call.input().path("amount");
        long minor = amount.path("minor").asLong();
        if (!refund.holds(call.now())) {
            return Outcome.refused("This proposal has been used or has run out.");
        }
        if (minor <= 0 || minor > refund.amount() || !amount.path("currency").asText().equals(call.currency())) {
            return Outcome.refused("No more than was proposed can be refunded.");
        }
        boolean paidMeanwhile = Refund.of(call).stream().anyMatch(other -> refund.entry() != null
                && refund.entry().equals(other.entry())
                && (other.status().equals("BOOKED") || other.status().equals("SENT")));
        if (paidMeanwhile) {
            return Outcome.refused("This has been refunded already.");
        }
        Booking.book(call, refund.account(), minor, "Refund: " + refund.merchant(), "REFUND");
        call.update(
                "UPDATE refund SET status = 'BOOKED', amount = ?, changed_at = ? WHERE ref = ?", minor, call.now(), refund.ref());
        // A failed payment has come back with that, and does not come back a second time.
        call.update("UPDATE payment SET status = 'RETURNED' WHERE entry = ? AND status = 'FAILED'", refund.entry());
        return Outcome.done(
                Json.of("bookedAt", call.now(), "amount", call.money(minor), "reference", call.reference("RF-")), call.now());
    }

    private static Outcome<JsonNode> reverse(Call call) throws SQLException {
        Optional<Refund> found = Refund.theirs(call);
        if (found.isEmpty()) {
            return Outcome.notFound("refund");
        }
        Refund refund = found.get();
        if (!refund.status().equals("BOOKED")) {
            return Outcome.refused("Only a refund that was booked can be taken back.");
        }
        Booking.book(call, refund.account(), -refund.amount(), "Taken back: " + refund.merchant(), "REFUND");
        call.update("UPDATE refund SET status = 'REFUSED', changed_at = ? WHERE ref = ?", call.now(), refund.ref());
        call.update("UPDATE payment SET status = 'FAILED' WHERE entry = ? AND status = 'RETURNED'", refund.entry());
        return Outcome.done(Json.of("reversedAt", call.now()), call.now());
    }

    private static Outcome<JsonNode> status(Call call) throws SQLException {
        List<ObjectNode> refunds = call.query(
                row -> Json.of(
                        "refund", row.getString("ref"),
                        "merchant", row.getString("merchant"),
                        "amount", call.money(row.getLong("amount")),
                        "status", row.getString("status"),
                        "expectedBy", Json.day(row, "expected_by")),
                "SELECT r.ref, r.merchant, r.amount, r.expected_by,"
                        + " CASE WHEN r.changed_at > ? THEN 'PROPOSED' ELSE r.status END AS status"
                        + " FROM refund r JOIN account a ON a.ref = r.account WHERE a.customer = ? AND r.at <= ?"
                        + " ORDER BY r.at DESC, r.ref LIMIT 200",
                call.now(),
                call.customer(),
                call.now());
        return Outcome.done(Json.of("refunds", refunds), call.now());
    }
}
