package io.openteller.plugins.sandbox.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.spi.Outcome;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** One-time codes to the phone on record, which is the outbox. A new one ends the one before. */
final class Codes {

    static final List<Supplied> SUPPLIED =
            List.of(Supplied.effect("codes.send/v1", Codes::send), Supplied.effect("codes.verify/v1", Codes::verify));

    private static final String KIND = "CODE";
    private static final int ATTEMPTS = 3;
    private static final int MOST_AT_ONCE = 10;
    private static final Duration AT_ONCE = Duration.ofMinutes(10);
    private static final SecureRandom RANDOM = new SecureRandom();

    private Codes() {}

    private static Outcome<JsonNode> send(Call call) throws SQLException {
        long lately = call.sum(
                "SELECT count(*) FROM challenge WHERE customer = ? AND kind = ? AND sent_at > ?",
                call.customer(),
                KIND,
                call.now().minus(AT_ONCE));
        if (lately >= MOST_AT_ONCE) {
            return Outcome.refused("So many codes have been sent; please wait a few minutes.");
        }
        String code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000));
        String ref = Challenges.open(call, KIND, code, ATTEMPTS);
        Person person = Person.of(call);
        Outbox.put(call, "SMS", person.mobile(), "CODE", ref, "Your code is " + code + ". Tell it to nobody.");
        return Outcome.done(
                Json.of(
                        "challenge", ref,
                        "sentTo", Outbox.maskedMobile(person.mobile()),
                        "expiresAt", call.now().plus(Challenges.HOLDS)),
                call.now());
    }

    private static Outcome<JsonNode> verify(Call call) throws SQLException {
        return Challenges.check(call, KIND, call.text("code").strip());
    }
}
