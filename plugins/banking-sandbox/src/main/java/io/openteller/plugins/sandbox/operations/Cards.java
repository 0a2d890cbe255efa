package io.openteller.plugins.sandbox.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.spi.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cards, stopping them and letting them go again. */
final class Cards {

    static final List<Supplied> SUPPLIED = List.of(
            Supplied.read("cards.list/v1", Cards::list),
            Supplied.effect("cards.block/v1", Cards::block),
            Supplied.effect("cards.unblock/v1", Cards::unblock),
            Supplied.effect("cards.change_pin/v1", Cards::changePin));

    private static final Duration LINK_HOLDS = Duration.ofMinutes(30);

    private Cards() {}

    /** One card as it is now. */
    record Card(
            String ref,
            String account,
            String kind,
            String network,
            String last4,
            @Nullable Instant blockedAt,
            @Nullable String blockReason,
            @Nullable Instant replacedAt) {

        static List<Card> of(Call call) throws SQLException {
            return call.query(
                    row -> new Card(
                            row.getString("ref"),
                            row.getString("account"),
                            row.getString("kind"),
                            row.getString("network"),
                            row.getString("last4"),
                            Json.time(row, "blocked_at"),
                            row.getString("block_reason"),
                            Json.time(row, "replaced_at")),
                    "SELECT * FROM card WHERE customer = ? ORDER BY ref",
                    call.customer());
        }

        static Optional<Card> theirs(Call call, String ref) throws SQLException {
            return of(call).stream().filter(card -> card.ref.equals(ref)).findFirst();
        }

        String status(Instant now) {
            return past(replacedAt, now) ? "REPLACED" : past(blockedAt, now) ? "BLOCKED" : "ACTIVE";
        }

        private static boolean past(@Nullable Instant at, Instant now) {
            return at != null && !at.isAfter(now);
        }
    }

    private static Outcome<JsonNode> list(Call call) throws SQLException {
        List<JsonNode> cards = Card.of(call).stream()
                .<JsonNode>map(card -> Json.of(
                        "card", card.ref(),
                        "account", card.account(),
                        "kind", card.kind(),
                        "network", card.network(),
                        "last4", card.last4(),
                        "status", card.status(call.now())))
                .toList();
        return Outcome.done(Json.of("cards", cards), call.now());
    }

    private static Outcome<JsonNode> block(Call call) throws SQLException {
        Optional<Card> card = Card.theirs(call, call.text("card"));
        if (card.isEmpty()) {
            return Outcome.notFound("card");
        }
        Instant before = card.get().blockedAt();
        if (before == null) {
            call.update(
                    "UPDATE card SET blocked_at = ?, blocked_by = ?, block_reason = ? WHERE ref = ?",
                    call.now(),
                    call.callId(),
                    call.text("reason"),
                    card.get().ref());
        } else if (call.text("reason").equals("FRAUD")) {
            // The stronger reason holds, so that nobody lifts it by having had the card lost first.
            call.update("UPDATE card SET block_reason = 'FRAUD' WHERE ref = ?", card.get().ref());
        }
        return Outcome.done(
                Json.of("blockedAt", Objects.requireNonNullElse(before, call.now()), "alreadyBlocked", before != null),
                call.now());
    }

    private static Outcome<JsonNode> unblock(Call call) throws SQLException {
        Optional<Card> card = Card.theirs(call, call.text("card"));
        if (card.isEmpty()) {
            return Outcome.notFound("card");
        }
        if (!card.get().status(call.now()).equals("BLOCKED")) {
            return Outcome.refused("This card is not blocked, or has been replaced.");
        }
        if ("FRAUD".equals(card.get().blockReason())) {
            return Outcome.refused("A card that was blocked for fraud stays blocked; a new one can be ordered.");
        }
        call.update(
                "UPDATE card SET blocked_at = NULL, blocked_by = NULL, block_reason = NULL WHERE ref = ?",
                card.get().ref());
        return Outcome.done(Json.of("unblockedAt", call.now()), call.now());
    }

    private static Outcome<JsonNode> changePin(Call call) throws SQLException {
        Optional<Card> card = Card.theirs(call, call.text("card"));
        if (card.isEmpty()) {
            return Outcome.notFound("card");
        }
        if (!card.get().status(call.now()).equals("ACTIVE")) {
            return Outcome.refused("The PIN of a card that does not work cannot be changed.");
        }
        Person person = Person.of(call);
        Instant expires = call.now().plus(LINK_HOLDS);
        Outbox.put(call, "SMS", person.mobile(), "PIN_LINK", card.get().ref(),
                "Set a new PIN for your card ending " + card.get().last4() + " on our own page; the link holds until " + expires + ".");
        return Outcome.done(
                Json.of("sentTo", Outbox.maskedMobile(person.mobile()), "expiresAt", expires), call.now());
    }
}
