package io.openteller.plugins.sandbox.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.spi.Outcome;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Daily limits of cards, each up to the highest that the bank allows. */
final class CardLimits {

    static final List<Supplied> SUPPLIED = List.of(
            Supplied.read("cards.limits/v1", CardLimits::limits), Supplied.effect("cards.set_limit/v1", CardLimits::setLimit));

    private CardLimits() {}

    private record Limit(String use, long daily, long highest) {}

    private static List<Limit> of(Call call, String card) throws SQLException {
        return call.query(
                row -> new Limit(row.getString("used_for"), row.getLong("daily"), row.getLong("highest")),
                "SELECT l.* FROM card_limit l JOIN card c ON c.ref = l.card WHERE c.ref = ? AND c.customer = ?"
                        + " ORDER BY l.used_for",
                card,
                call.customer());
    }

    private static Outcome<JsonNode> limits(Call call) throws SQLException {
        String card = call.text("card");
        List<JsonNode> limits = new ArrayList<>();
        for (Limit limit : of(call, card)) {
            limits.add(Json.of(
                    "use", limit.use(),
                    "daily", call.money(limit.daily()),
                    "usedToday", call.money(usedToday(call, card, limit.use())),
                    "highest", call.money(limit.highest())));
        }
        return limits.isEmpty() ? Outcome.notFound("card") : Outcome.done(Json.of("limits", limits), call.now());
    }

    /** Booked and authorised today. Only purchases and cash can be told apart in the books. */
    private static long usedToday(Call call, String card, String use) throws SQLException {
        String which = use.equals("CASH") ? " AND category = 'CASH'" : " AND category <> 'CASH'";
        if (!use.equals("CASH") && !use.equals("PURCHASES")) {
            return 0;
        }
        var begin = call.today().atStartOfDay(ZoneOffset.UTC).toInstant();
        long booked = -call.sum(
                "SELECT coalesce(sum(amount), 0) FROM entry WHERE card = ? AND amount < 0 AND at >= ? AND at <= ?" + which,
                card,
                begin,
                call.now());
        long authorised = use.equals("CASH")
                ? 0
                : call.sum(
                        "SELECT coalesce(sum(amount), 0) FROM hold WHERE card = ? AND released_at IS NULL AND placed_at >= ?"
                                + " AND placed_at <= ?",
                        card,
                        begin,
                        call.now());
        return booked + authorised;
    }

    private static Outcome<JsonNode> setLimit(Call call) throws SQLException {
        String card = call.text("card");
        String use = call.text("use");
        Optional<Limit> limit =
                of(call, card).stream().filter(one -> one.use().equals(use)).findFirst();
        if (limit.isEmpty()) {
            return Outcome.notFound("card");
        }
        JsonNode daily = call.input().path("daily");
        long minor = daily.path("minor").asLong(-1);
        if (!daily.path("currency").asText().equals(call.currency())) {
            return Outcome.refused("The limits of this card are in " + call.currency() + ".");
        }
        if (minor < 0 || minor > limit.get().highest()) {
            return Outcome.refused("This limit can be set from nothing up to the highest that the bank allows for the card.");
        }
        call.update("UPDATE card_limit SET daily = ? WHERE card = ? AND used_for = ?", minor, card, use);
        return Outcome.done(
                Json.of("daily", call.money(minor), "before", call.money(limit.get().daily())), call.now());
    }
}
