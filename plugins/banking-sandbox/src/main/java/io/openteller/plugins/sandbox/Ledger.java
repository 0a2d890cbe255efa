package io.openteller.plugins.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.plugins.sandbox.operations.Json;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Every effect on the bank's books, in order, and what was sent to customers; both also as files of JSON lines. */
final class Ledger {

    private Ledger() {}

    static void write(
            Connection connection, String callId, String operation, String customer, JsonNode input, JsonNode result, Instant at)
            throws SQLException {
        List<Long> booked = Store.query(
                connection, row -> row.getLong("amount"), "SELECT amount FROM entry WHERE call_id = ?", callId);
        Store.update(
                connection,
                "INSERT INTO ledger (call_id, operation, customer, arguments, result, booked, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                callId,
                operation,
                customer,
                Json.canonical(withoutCode(input)),
                Json.text(result),
                booked.isEmpty() ? null : booked.stream().mapToLong(Long::longValue).sum(),
                at);
    }

    /** What a customer typed as a one-time code is in no book. */
    private static JsonNode withoutCode(JsonNode input) {
        return input.has("code") ? ((ObjectNode) input.deepCopy()).put("code", "") : input;
    }

    static List<Journal> journals(Path store, String currency) {
        return List.of(
                new Journal(store.resolveSibling(store.getFileName() + ".ledger.jsonl"), "ledger", row -> {
                    Long booked = row.getObject("booked", Long.class);
                    return Json.of(
                            "seq", row.getLong("seq"),
                            "callId", row.getString("call_id"),
                            "operation", row.getString("operation"),
                            "customer", row.getString("customer"),
                            "arguments", Json.read(row.getString("arguments")),
                            "result", Json.read(row.getString("result")),
                            "booked", booked == null ? null : Json.of("minor", booked, "currency", currency),
                            "at", row.getTimestamp("at").toInstant());
                }),
                new Journal(
                        store.resolveSibling(store.getFileName() + ".outbox.jsonl"),
                        "outbox",
                        row -> Json.of(
                                "seq", row.getLong("seq"),
                                "callId", row.getString("call_id"),
                                "customer", row.getString("customer"),
                                "channel", row.getString("channel"),
                                "recipient", row.getString("recipient"),
                                "template", row.getString("template"),
                                "reference", row.getString("reference"),
                                "text", row.getString("text"),
                                "at", row.getTimestamp("at").toInstant())));
    }
}
