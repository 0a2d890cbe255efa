package io.openteller.plugins.sandbox.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.plugins.sandbox.operations.Cards.Card;
import io.openteller.spi.Outcome;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A new card in place of a blocked one: it is on the list at once, and in the post for a week. */
final class CardOrders {

    static final List<Supplied> SUPPLIED = List.of(Supplied.effect("cards.replace/v1", CardOrders::replace));

    private static final int DAYS_IN_THE_POST = 7;

    private CardOrders() {}

    private static Outcome<JsonNode> replace(Call call) throws SQLException {
        Optional<Card> found = Card.theirs(call, call.text("card"));
        if (found.isEmpty()) {
            return Outcome.notFound("card");
        }
        Card old = found.get();
        if (!old.status(call.now()).equals("BLOCKED")) {
            return Outcome.refused("Only a card that is blocked, and not replaced yet, can be replaced.");
        }
        String order = call.reference("ord-");
        String number = order.substring("ord-".length());
        String last4 = String.format(Locale.ROOT, "%04d", Long.parseLong(number) * 7919 % 10_000);
        String card = old.ref() + "-" + number;
        LocalDate arrives = call.today().plusDays(DAYS_IN_THE_POST);
        call.update("UPDATE card SET replaced_at = ? WHERE ref = ?", call.now(), old.ref());
        call.update(
                "INSERT INTO card (ref, customer, account, kind, network, last4) VALUES (?, ?, ?, ?, ?, ?)",
                card,
                call.customer(),
                old.account(),
                old.kind(),
                old.network(),
                last4);
        call.update("INSERT INTO card_limit SELECT ?, used_for, daily, highest FROM card_limit WHERE card = ?", card, old.ref());
        call.update(
                "INSERT INTO card_order VALUES (?, ?, ?, ?, ?, ?)", order, call.customer(), old.ref(), card, arrives, call.now());
        Outbox.put(call, "POST", call.customer(), "NEW_CARD", order, "A new card ending " + last4 + ", by " + arrives + ".");
        return Outcome.done(
                Json.of("order", order, "last4", last4, "arrivesBy", arrives, "fee", call.money(0)), call.now());
    }
}
