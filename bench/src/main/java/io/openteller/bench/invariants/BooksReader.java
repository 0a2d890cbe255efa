package io.openteller.bench.invariants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.processes.Database;
import io.openteller.operations.OperationSpec.Limit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads a bank's books by SQL of its own and from the ledger's file. */
public final class BooksReader {

    private static final JsonMapper JSON = new JsonMapper();

    /** What is still going on; nothing must be left of it when faults have ended. */
    private static final String UNREST = """
            SELECT (SELECT count(*) FROM turn WHERE status <> 'DONE')
                + (SELECT count(*) FROM bank_intent WHERE state IN ('CALLING', 'IN_DOUBT'))
                + (SELECT count(*) FROM workflow_run r JOIN conversation c ON c.tenant_id = r.tenant_id AND c.id = r.conversation_id
                    WHERE c.owner = 'ASSISTANT' AND r.untold <> '[]')
                + (SELECT count(*) FROM workflow_run WHERE status IN ('OPEN', 'ASIDE') AND (look_at <= clock_timestamp()
                    OR lease_until > clock_timestamp() OR status = 'OPEN' AND todo->>'hold' IN ('NONE', 'DOUBT')))""";

    private final Database database;

    public BooksReader(Database database) {
        this.database = database;
    }

    /** How many things of this bank are still going on. */
    public long unrest(SandboxBank bank) {
        try (Database.Of rows = database.of(bank.id())) {
            return rows.all(UNREST, row -> row.getLong(1)).getFirst();
        }
    }

    /** @param ended when the platform was stopped: what falls due after that nobody can look at */
    public Books read(SandboxBank bank, Instant ended) {
        try (Database.Of rows = database.of(bank.id())) {
            return new Books(
                    bank.id(),
                    bank.slug(),
                    bounds(rows),
                    lines(rows),
                    effects(bank),
                    rows.all("SELECT * FROM bank_intent", row -> new Books.IntentRow(
                            row.getString("call_id"),
                            row.getObject("conversation_id", UUID.class),
                            row.getString("customer_ref"),
                            row.getString("operation"),
                            tree(row.getString("bank_arguments")),
                            row.getString("state"),
                            row.getTimestamp("confirmed_at") != null,
                            row.getString("undoes"))),
                    rows.all("SELECT id, call_id, state FROM bank_approval", row -> new Books.ApprovalRow(
                            row.getObject("id", UUID.class), row.getString("call_id"), row.getString("state"))),
                    runs(rows, ended),
                    turns(rows),
                    rows.all("SELECT conversation_id, seq, author, client_message_id FROM message", row -> new Books.MessageRow(
                            row.getObject("conversation_id", UUID.class),
                            row.getLong("seq"),
                            row.getString("author"),
                            row.getString("client_message_id"))),
                    rows.all("SELECT id, owner FROM conversation", row -> Map.entry(
                                    row.getObject("id", UUID.class), row.getString("owner")))
                            .stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                    rows.all("SELECT operation, rule FROM bank_decision WHERE outcome = 'DENIED'", row -> new Books.Denied(
                            row.getString("operation"), row.getString("rule"))));
        }
    }

    private static List<Books.RunRow> runs(Database.Of rows, Instant ended) {
        return rows.all(
                """
                SELECT id, conversation_id, procedure, status, waiting, todo->>'hold' AS hold,
                    coalesce(lease_until > clock_timestamp(), false) AS leased,
                    coalesce(look_at <= timestamptz '%s', false) AS due, untold <> '[]' AS untold
                FROM workflow_run""".formatted(ended),
                row -> new Books.RunRow(
                        row.getObject("id", UUID.class),
                        row.getObject("conversation_id", UUID.class),
                        row.getString("procedure"),
                        row.getString("status"),
                        row.getString("waiting"),
                        row.getString("hold"),
                        row.getBoolean("leased"),
                        row.getBoolean("due"),
                        row.getBoolean("untold")));
    }

    private static List<Books.TurnRow> turns(Database.Of rows) {
        return rows.all(
                """
                SELECT id, conversation_id, request_seq, status, woken,
                    (SELECT count(*) FROM message m WHERE m.tenant_id = t.tenant_id AND m.reply_to_turn = t.id) AS replies,
                    (SELECT count(*) FROM decision d WHERE d.tenant_id = t.tenant_id AND d.turn_id = t.id) AS decisions
                FROM turn t""",
                row -> new Books.TurnRow(
                        row.getObject("id", UUID.class),
                        row.getObject("conversation_id", UUID.class),
                        row.getLong("request_seq"),
                        row.getString("status"),
                        row.getBoolean("woken"),
                        row.getInt("replies"),
                        row.getInt("decisions")));
    }

    private static Map<String, List<Limit>> bounds(Database.Of rows) {
        Map<String, List<Limit>> bounds = new HashMap<>();
        rows.all("SELECT operation, bounds FROM bank_bounds", row -> {
            List<Limit> limits = new ArrayList<>();
            for (JsonNode one : tree(row.getString("bounds")).path("limits")) {
                limits.add(new Limit(
                        Limit.Scope.valueOf(one.path("scope").asText()),
                        one.path("days").asInt(),
                        one.path("count").isNumber() ? Integer.valueOf(one.path("count").asInt()) : null,
                        minor(one.path("minor"))));
            }
            return bounds.put(row.getString("operation"), limits);
        });
        return bounds;
    }

    private static Map<String, Map<String, Long>> lines(Database.Of rows) {
        return rows
                .all("SELECT operation, bounds FROM bank_bounds", row -> Map.entry(
                        row.getString("operation"), minor(tree(row.getString("bounds")).path("aboveMinor"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Long> minor(JsonNode amounts) {
        return amounts.properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, line -> line.getValue().asLong()));
    }

    private static List<Books.Effect> effects(SandboxBank bank) {
        List<Books.Effect> effects = new ArrayList<>();
        try {
            for (String line : Files.exists(bank.ledger()) ? Files.readAllLines(bank.ledger()) : List.<String>of()) {
                JsonNode one = tree(line);
                effects.add(new Books.Effect(
                        one.path("callId").asText(),
                        one.path("operation").asText(),
                        one.path("customer").asText(),
                        one.path("arguments"),
                        one.path("result"),
                        one.path("booked"),
                        Instant.parse(one.path("at").asText())));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return effects;
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("not to be read: " + text, broken);
        }
    }
}
