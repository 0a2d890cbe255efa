package io.openteller.plugins.sandbox.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.spi.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Something only the customer can answer; a few tries, a few minutes, and once. */
final class Challenges {

    static final Duration HOLDS = Duration.ofMinutes(5);

    private Challenges() {}

    private record Open(String secret, int attemptsLeft, Instant expiresAt, boolean ended) {}

    /** Ends what was open of that kind, and opens another. @return its reference */
    static String open(Call call, String kind, String secret, int attempts) throws SQLException {
        String ref = call.reference("chl-");
        call.update("UPDATE challenge SET ended = TRUE WHERE customer = ? AND kind = ?", call.customer(), kind);
        call.update(
                "INSERT INTO challenge VALUES (?, ?, ?, ?, ?, ?, ?, FALSE)",
                ref,
                call.customer(),
                kind,
                secret,
                attempts,
                call.now(),
                call.now().plus(HOLDS));
        return ref;
    }

    static Outcome<JsonNode> check(Call call, String kind, String answer) throws SQLException {
        String ref = call.text("challenge");
        Optional<Open> found = call.one(
                row -> new Open(
                        row.getString("secret"),
                        row.getInt("attempts_left"),
                        row.getTimestamp("expires_at").toInstant(),
                        row.getBoolean("ended")),
                "SELECT * FROM challenge WHERE ref = ? AND customer = ? AND kind = ?",
                ref,
                call.customer(),
                kind);
        if (found.isEmpty()) {
            return Outcome.notFound("challenge");
        }
        Open open = found.get();
        if (open.attemptsLeft() <= 0) {
            return result(call, "TOO_MANY", 0);
        }
        if (open.ended() || !open.expiresAt().isAfter(call.now())) {
            return result(call, "EXPIRED", 0);
        }
        int left = open.attemptsLeft() - 1;
        boolean right = open.secret().equals(answer);
        call.update("UPDATE challenge SET attempts_left = ?, ended = ? WHERE ref = ?", left, right, ref);
        return right ? result(call, "VERIFIED", left) : result(call, left == 0 ? "TOO_MANY" : "WRONG", left);
    }

    private static Outcome<JsonNode> result(Call call, String result, int left) {
        return Outcome.done(Json.of("result", result, "attemptsLeft", left), call.now());
    }
}
