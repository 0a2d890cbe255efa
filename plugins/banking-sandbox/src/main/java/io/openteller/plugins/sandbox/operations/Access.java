package io.openteller.plugins.sandbox.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.spi.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the customer can sign in to online banking. Most of them follow a reset link a moment after it was sent. */
final class Access {

    static final List<Supplied> SUPPLIED = List.of(
            Supplied.read("access.status/v1", Access::status),
            Supplied.effect("access.unlock/v1", Access::unlock),
            Supplied.effect("access.send_reset_link/v1", Access::sendResetLink),
            Supplied.read("access.last_sign_in/v1", Access::lastSignIn));

    private static final Duration LINK_HOLDS = Duration.ofMinutes(30);
    private static final Duration UNTIL_FOLLOWED = Duration.ofSeconds(10);

    private Access() {}

    private static Outcome<JsonNode> status(Call call) throws SQLException {
        Person person = Person.of(call);
        boolean open = person.unlockedAt() != null && !person.unlockedAt().isAfter(call.now());
        return Outcome.done(
                Json.of(
                        "status", open ? "OPEN" : person.access(),
                        "reason", open ? "NONE" : person.accessReason(),
                        "autoResolvable", !open && person.autoResolvable(),
                        "lastSignIn", signedIn(person, call.now())),
                call.now());
    }

    private static @Nullable Instant signedIn(Person person, Instant now) {
        Instant sent = person.resetSentAt();
        boolean canSignIn = person.access().equals("OPEN") || person.unlockedAt() != null;
        if (sent != null && person.followsLinks() && canSignIn && !sent.plus(UNTIL_FOLLOWED).isAfter(now)) {
            return sent.plus(UNTIL_FOLLOWED);
        }
        return person.lastSignIn();
    }

    private static Outcome<JsonNode> unlock(Call call) throws SQLException {
        Person person = Person.of(call);
        if (person.access().equals("OPEN") || person.unlockedAt() != null) {
            return Outcome.refused("Access is not locked.");
        }
        if (!person.autoResolvable()) {
            return Outcome.refused("The bank's own staff has to look at this lock.");
        }
        call.update("UPDATE person SET unlocked_at = ? WHERE customer = ?", call.now(), call.customer());
        return Outcome.done(Json.of("unlockedAt", call.now()), call.now());
    }

    private static Outcome<JsonNode> sendResetLink(Call call) throws SQLException {
        Person person = Person.of(call);
        if (person.access().equals("CLOSED")) {
            return Outcome.refused("There is no access to reset.");
        }
        Instant expires = call.now().plus(LINK_HOLDS);
        call.update("UPDATE person SET reset_sent_at = ? WHERE customer = ?", call.now(), call.customer());
        Outbox.put(call, "EMAIL", person.email(), "RESET_LINK", null,
                "Set a new password on our own page; the link holds until " + expires + ".");
        return Outcome.done(Json.of("sentTo", Outbox.maskedEmail(person.email()), "expiresAt", expires), call.now());
    }

    private static Outcome<JsonNode> lastSignIn(Call call) throws SQLException {
        return Outcome.done(Json.of("at", signedIn(Person.of(call), call.now())), call.now());
    }
}
