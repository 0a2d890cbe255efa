package io.openteller.plugins.sandbox.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.plugins.sandbox.operations.Transactions.Entry;
import io.openteller.spi.Outcome;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One dispute per entry, with a reference that people can read out. */
final class Disputes {

    static final List<Supplied> SUPPLIED = List.of(
            Supplied.effect("disputes.open/v1", Disputes::open),
            Supplied.read("disputes.status/v1", Disputes::status),
            Supplied.effect("disputes.evidence/v1", Disputes::evidence));

    private static final int DAYS_TO_ANSWER = 30;

    private Disputes() {}

    private static LocalDate answerBy(Instant openedAt) {
        return openedAt.atZone(ZoneOffset.UTC).toLocalDate().plusDays(DAYS_TO_ANSWER);
    }

    private static Outcome<JsonNode> open(Call call) throws SQLException {
        Optional<Entry> entry = Entry.theirs(call, call.text("transaction"));
        if (entry.isEmpty()) {
            return Outcome.notFound("transaction");
        }
        Optional<ObjectNode> before = opened(call, entry.get().ref(), true);
        if (before.isPresent()) {
            return Outcome.done(before.get(), call.now());
        }
        call.update(
                "INSERT INTO dispute (reference, customer, entry, reason, opened_at)"
                        + " SELECT ? || NEXT VALUE FOR dispute_number, ?, ?, ?, ?",
                prefix(call),
                call.customer(),
                entry.get().ref(),
                call.text("reason"),
                call.now());
        return Outcome.done(opened(call, entry.get().ref(), false).orElseThrow(), call.now());
    }

    private static Optional<ObjectNode> opened(Call call, String entry, boolean already) throws SQLException {
        return call.one(
                row -> Json.of(
                        "dispute", row.getString("reference"),
                        "reference", row.getString("reference"),
                        "openedAt", row.getTimestamp("opened_at").toInstant(),
                        "alreadyOpen", already,
                        "answerBy", answerBy(row.getTimestamp("opened_at").toInstant())),
                "SELECT * FROM dispute WHERE entry = ?",
                entry);
    }

    private static Outcome<JsonNode> status(Call call) throws SQLException {
        List<ObjectNode> disputes = call.query(
                row -> Json.of(
                        "dispute", row.getString("reference"),
                        "reference", row.getString("reference"),
                        "merchant", row.getString("merchant"),
                        "amount", call.money(Math.abs(row.getLong("amount"))),
                        "status", row.getString("status"),
                        "openedAt", row.getTimestamp("opened_at").toInstant(),
                        "answerBy", answerBy(row.getTimestamp("opened_at").toInstant())),
                "SELECT d.*, e.merchant, e.amount FROM dispute d JOIN entry e ON e.ref = d.entry"
                        + " WHERE d.customer = ? AND d.opened_at <= ? ORDER BY d.opened_at DESC, d.reference LIMIT 200",
                call.customer(),
                call.now());
        return Outcome.done(Json.of("disputes", disputes), call.now());
    }

    private static Outcome<JsonNode> evidence(Call call) throws SQLException {
        Optional<String> status = call.one(
                row -> row.getString("status"),
                "SELECT status FROM dispute WHERE reference = ? AND customer = ?",
                call.text("dispute"),
                call.customer());
        if (status.isEmpty()) {
            return Outcome.notFound("dispute");
        }
        if (!status.get().equals("OPEN") && !status.get().equals("WAITING_FOR_EVIDENCE")) {
            return Outcome.refused("This dispute has been decided.");
        }
        call.update("INSERT INTO evidence VALUES (?, ?, ?)", call.text("dispute"), call.text("statement"), call.now());
        call.update("UPDATE dispute SET status = 'OPEN' WHERE reference = ?", call.text("dispute"));
        return Outcome.done(Json.of("addedAt", call.now()), call.now());
    }

    private static String prefix(Call call) {
        return "D" + call.bank().substring(0, Math.min(2, call.bank().length())).toUpperCase(Locale.ROOT) + "-";
    }
}
