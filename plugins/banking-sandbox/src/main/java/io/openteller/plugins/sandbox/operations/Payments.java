package io.openteller.plugins.sandbox.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.spi.Outcome;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Payments on their rails. One that is pending holds its amount; cancelled, it lets go of it. */
final class Payments {

    static final List<Supplied> SUPPLIED = List.of(
            Supplied.read("payments.status/v1", Payments::status), Supplied.effect("payments.cancel/v1", Payments::cancel));

    private static final int DAYS_LOOKED_BACK = 60;

    private Payments() {}

    private static Outcome<JsonNode> status(Call call) throws SQLException {
        String payment = call.textOrNull("payment");
        LocalDate since =
                Optional.ofNullable(call.dayOrNull("since")).orElse(call.today().minusDays(DAYS_LOOKED_BACK));
        Long amount = call.input().has("amountMinor") ? Math.abs(call.whole("amountMinor", 0)) : null;
        List<ObjectNode> payments = call.query(
                row -> Json.of(
                        "payment", row.getString("ref"),
                        "rail", row.getString("rail"),
                        "payee", row.getString("payee"),
                        "amount", call.money(row.getLong("amount")),
                        "madeAt", Json.time(row, "made_at"),
                        "status", row.getString("status"),
                        "reason", row.getString("reason"),
                        "returnBy", Json.day(row, "return_by"),
                        "cancellable", row.getBoolean("cancellable")),
                "SELECT p.* FROM payment p JOIN account a ON a.ref = p.account WHERE a.customer = ? AND p.made_at <= ?"
                        + " AND (CAST(? AS VARCHAR) IS NULL OR p.ref = ?)"
                        + " AND (CAST(? AS VARCHAR) IS NOT NULL OR p.made_at >= ?)"
                        + " AND (CAST(? AS BIGINT) IS NULL OR p.amount = ?) ORDER BY p.made_at DESC, p.ref LIMIT 50",
                call.customer(),
                call.now(),
                payment,
                payment,
                payment,
                since.atStartOfDay(ZoneOffset.UTC).toInstant(),
                amount,
                amount);
        return payment != null && payments.isEmpty()
                ? Outcome.notFound("payment")
                : Outcome.done(Json.of("payments", payments), call.now());
    }

    private record Pending(
            String account, String payee, long amount, boolean cancellable, @Nullable String entry, @Nullable String hold) {}

    private static Outcome<JsonNode> cancel(Call call) throws SQLException {
        String ref = call.text("payment");
        Optional<Pending> found = call.one(
                row -> new Pending(
                        row.getString("account"),
                        row.getString("payee"),
                        row.getLong("amount"),
                        row.getString("status").equals("PENDING") && row.getBoolean("cancellable"),
                        row.getString("entry"),
                        row.getString("hold")),
                "SELECT p.* FROM payment p JOIN account a ON a.ref = p.account WHERE p.ref = ? AND a.customer = ?",
                ref,
                call.customer());
        if (found.isEmpty()) {
            return Outcome.notFound("payment");
        }
        Pending payment = found.get();
        if (!payment.cancellable()) {
            return Outcome.refused("This payment has left the bank, or has ended; it cannot be cancelled any more.");
        }
        call.update(
                "UPDATE payment SET status = 'CANCELLED', cancellable = FALSE, cancelled_at = ? WHERE ref = ?", call.now(), ref);
        if (payment.hold() != null) {
            call.update("UPDATE hold SET released_at = ? WHERE ref = ?", call.now(), payment.hold());
        }
        if (payment.entry() != null) {
            Booking.book(call, payment.account(), payment.amount(), "Cancelled: " + payment.payee(), "TRANSFER");
        }
        return Outcome.done(Json.of("cancelledAt", call.now(), "amount", call.money(payment.amount())), call.now());
    }
}
