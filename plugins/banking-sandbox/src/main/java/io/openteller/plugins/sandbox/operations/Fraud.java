package io.openteller.plugins.sandbox.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.plugins.sandbox.operations.Transactions.Entry;
import io.openteller.spi.Outcome;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What the bank's fraud engine says of entries, and cases for its team. */
final class Fraud {

    static final List<Supplied> SUPPLIED = List.of(
            Supplied.read("fraud.score/v1", Fraud::score),
            Supplied.read("fraud.device_check/v1", Fraud::deviceCheck),
            Supplied.effect("fraud.flag/v1", Fraud::flag));

    private static final int SUSPICIOUS_FROM = 700;

    private Fraud() {}

    private static Outcome<JsonNode> score(Call call) throws SQLException {
        Optional<Entry> entry = Entry.theirs(call, call.text("transaction"));
        if (entry.isEmpty()) {
            return Outcome.notFound("transaction");
        }
        // Whatever the data set does not weigh is harmless, and weighs the same each time.
        int harmless = 20 + Math.floorMod(entry.get().ref().hashCode(), 160);
        int score = call.one(
                        row -> row.getInt("score"),
                        "SELECT coalesce(score, ?) AS score FROM entry WHERE ref = ?",
                        harmless,
                        entry.get().ref())
                .orElseThrow();
        return Outcome.done(Json.of("score", score, "suspicious", score >= SUSPICIOUS_FROM), call.now());
    }

    private static Outcome<JsonNode> deviceCheck(Call call) throws SQLException {
        String ref = call.textOrNull("transaction");
        if (ref == null) {
            boolean known = Person.of(call).knownDevice();
            return Outcome.done(Json.of("knownDevice", known, "usualPlace", known), call.now());
        }
        if (Entry.theirs(call, ref).isEmpty()) {
            return Outcome.notFound("transaction");
        }
        return call.one(
                        row -> Json.of(
                                "knownDevice", row.getBoolean("known_device"), "usualPlace", row.getBoolean("usual_place")),
                        "SELECT known_device, usual_place FROM entry WHERE ref = ?",
                        ref)
                .<Outcome<JsonNode>>map(check -> Outcome.done(check, call.now()))
                .orElseThrow();
    }

    private static Outcome<JsonNode> flag(Call call) throws SQLException {
        String ref = call.textOrNull("transaction");
        if (ref != null && Entry.theirs(call, ref).isEmpty()) {
            return Outcome.notFound("transaction");
        }
        String reference = call.reference("F-");
        call.update("INSERT INTO fraud_case VALUES (?, ?, ?, ?, ?)", reference, call.customer(), ref, call.text("note"), call.now());
        return Outcome.done(Json.of("case", reference, "reference", reference), call.now());
    }
}
