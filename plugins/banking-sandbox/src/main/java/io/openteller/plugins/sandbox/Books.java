package io.openteller.plugins.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.plugins.sandbox.operations.Call;
import io.openteller.plugins.sandbox.operations.Json;
import io.openteller.plugins.sandbox.operations.Supplied;
import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.OperationProvider.Past;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Performs operations on one bank's store, each call with an effect once. What a call came to is kept in the same transaction
 * as its effect, so that the two cannot come apart.
 */
final class Books {

    private static final Map<String, Supplied> SUPPLIED = Supplied.all();

    private final Store store;
    private final CallContext context;
    private final String customer;

    Books(Store store, CallContext context, String customer) {
        this.store = store;
        this.context = context;
        this.customer = customer;
    }

    static Map<String, Supplied> supplied() {
        return SUPPLIED;
    }

    private record PastCall(String customer, String digest, String state, String result, Instant at) {}

    /** @param now for reads, when in the past, the books as they were then; effects always happen at the present time */
    Outcome<String> perform(Supplied operation, JsonNode input, Instant now) {
        return operation.kind() == Supplied.Kind.READ
                ? store.inTransaction(connection -> text(operation.handler().perform(call(connection, input, now))))
                : store.inTurn(connection -> once(connection, operation, input, now));
    }

    private Outcome<String> once(Connection connection, Supplied operation, JsonNode input, Instant now) throws SQLException {
        String digest = digest(input);
        Optional<PastCall> before = past(connection, operation.name(), context.callId());
        if (before.isPresent()) {
            return again(before.get(), digest);
        }
        Outcome<JsonNode> outcome = operation.handler().perform(call(connection, input, now));
        switch (outcome) {
            case Outcome.Done<JsonNode>(JsonNode result, Instant asOf) -> {
                remember(connection, operation.name(), context.callId(), digest, "PERFORMED", Json.text(result), now);
                if (operation.kind() == Supplied.Kind.EFFECT) {
                    Ledger.write(connection, context.callId(), operation.name(), customer, input, result, now);
                }
            }
            case Outcome.Refused<JsonNode>(String reason) ->
                remember(connection, operation.name(), context.callId(), digest, "REFUSED", reason, now);
            case Outcome.NotFound<JsonNode> nothing -> {}
            case Outcome.Unavailable<JsonNode> nothing -> {}
        }
        return text(outcome);
    }

    private Outcome<String> again(PastCall past, String digest) {
        if (past.state().equals("NEVER")) {
            return Outcome.refused("This call came too late; it was given up.");
        }
        if (!past.customer().equals(customer) || !past.digest().equals(digest)) {
            return Outcome.refused("This call's id was used for something else.");
        }
        return past.state().equals("PERFORMED") ? Outcome.done(past.result(), past.at()) : Outcome.refused(past.result());
    }

    /** What became of a call; one that the books do not have is given up for good. */
    Outcome<Past> reconcile(Supplied operation, String callId, Instant now) {
        return store.inTurn(connection -> {
            Optional<PastCall> past = past(connection, operation.name(), callId);
            if (past.isEmpty()) {
                remember(connection, operation.name(), callId, "", "NEVER", "", now);
                return Outcome.done(Past.never(), now);
            }
            if (!past.get().customer().equals(customer)) {
                return Outcome.done(Past.unknown(), now);
            }
            return Outcome.done(
                    past.get().state().equals("PERFORMED") ? Past.performed(past.get().result()) : Past.never(), now);
        });
    }

    private Call call(Connection connection, JsonNode input, Instant now) {
        return new Call(connection, context.bank(), store.currency(), customer, context.callId(), input, now);
    }

    private void remember(
            Connection connection, String operation, String callId, String digest, String state, String result, Instant at)
            throws SQLException {
        Store.update(
                connection,
                "INSERT INTO past_call VALUES (?, ?, ?, ?, ?, ?, ?)",
                callId,
                operation,
                customer,
                digest,
                state,
                result,
                at);
    }

    private static Optional<PastCall> past(Connection connection, String operation, String callId) throws SQLException {
        return Store.query(
                        connection,
                        row -> new PastCall(
                                row.getString("customer"),
                                row.getString("digest"),
                                row.getString("state"),
                                row.getString("result"),
                                row.getTimestamp("at").toInstant()),
                        "SELECT * FROM past_call WHERE call_id = ? AND operation = ?",
                        callId,
                        operation)
                .stream()
                .findFirst();
    }

    private static Outcome<String> text(Outcome<JsonNode> outcome) {
        return switch (outcome) {
            case Outcome.Done<JsonNode>(JsonNode result, Instant asOf) -> Outcome.done(Json.text(result), asOf);
            case Outcome.NotFound<JsonNode>(String what) -> Outcome.notFound(what);
            case Outcome.Refused<JsonNode>(String reason) -> Outcome.refused(reason);
            case Outcome.Unavailable<JsonNode>(String detail) -> Outcome.unavailable(detail);
        };
    }

    private static String digest(JsonNode input) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(Json.canonical(input).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
