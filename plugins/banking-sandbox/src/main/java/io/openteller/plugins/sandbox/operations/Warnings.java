package io.openteller.plugins.sandbox.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.spi.Outcome;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Warnings about entries, until the customer says whether it was them. */
final class Warnings {

    static final List<Supplied> SUPPLIED = List.of(
            Supplied.read("fraud.warnings/v1", Warnings::open), Supplied.effect("fraud.acknowledge/v1", Warnings::acknowledge));

    private Warnings() {}

    private static Outcome<JsonNode> open(Call call) throws SQLException {
        List<ObjectNode> warnings = call.query(
                row -> Json.of(
                        "warning", row.getString("ref"),
                        "transaction", row.getString("entry"),
                        "merchant", row.getString("merchant"),
                        "amount", call.money(row.getLong("amount")),
                        "at", Json.time(row, "at")),
                "SELECT w.ref, w.entry, w.at, e.merchant, e.amount FROM warning w JOIN entry e ON e.ref = w.entry"
                        + " WHERE w.customer = ? AND w.at <= ? AND (w.answered_at IS NULL OR w.answered_at > ?)"
                        + " ORDER BY w.at DESC, w.ref LIMIT 200",
                call.customer(),
                call.now(),
                call.now());
        return Outcome.done(Json.of("warnings", warnings), call.now());
    }

    private static Outcome<JsonNode> acknowledge(Call call) throws SQLException {
        Optional<Boolean> answered = call.one(
                row -> row.getTimestamp("answered_at") != null,
                "SELECT answered_at FROM warning WHERE ref = ? AND customer = ?",
                call.text("warning"),
                call.customer());
        if (answered.isEmpty()) {
            return Outcome.notFound("warning");
        }
        if (answered.get()) {
            return Outcome.refused("This warning has been answered.");
        }
        if (!call.input().path("mine").isBoolean()) {
            throw new Malformed("mine");
        }
        boolean mine = call.input().path("mine").booleanValue();
        call.update("UPDATE warning SET mine = ?, answered_at = ? WHERE ref = ?", mine, call.now(), call.text("warning"));
        if (mine) {
            call.update(
                    "UPDATE entry SET score = 40 WHERE ref = (SELECT entry FROM warning WHERE ref = ?)", call.text("warning"));
        }
        return Outcome.done(Json.of("answeredAt", call.now(), "released", mine), call.now());
    }
}
