package io.openteller.plugins.sandbox.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.spi.Outcome;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Balances are what the accounts began with and all entries since; what is held is not available. */
final class Accounts {

    static final List<Supplied> SUPPLIED = List.of(
            Supplied.read("accounts.list/v1", Accounts::list),
            Supplied.read("accounts.balance/v1", Accounts::balance),
            Supplied.read("accounts.holds/v1", Accounts::holds),
            Supplied.read("accounts.limits/v1", Accounts::limits));

    /** Daily limits in minor units, and the entries that use them up. */
    private static final Map<String, Map<String, Long>> DAILY = Map.of(
            "INR", Map.of("TRANSFER", 20_000_000L, "INSTANT_PAYMENT", 10_000_000L, "CASH", 5_000_000L),
            "GBP", Map.of("TRANSFER", 2_500_000L, "INSTANT_PAYMENT", 1_000_000L, "CASH", 50_000L));
    private static final Map<String, String> USED_BY = Map.of(
            "TRANSFER", "kind = 'TRANSFER'",
            "INSTANT_PAYMENT", "kind IN ('UPI', 'FASTER_PAYMENT')",
            "CASH", "category = 'CASH'");

    private static final String HELD = "placed_at <= ? AND (released_at IS NULL OR released_at > ?)";

    private Accounts() {}

    static boolean theirs(Call call, String account) throws SQLException {
        return call.one(row -> true, "SELECT 1 FROM account WHERE ref = ? AND customer = ?", account, call.customer())
                .isPresent();
    }

    /** Booked before that moment. */
    static long bookedUntil(Call call, String account, Instant moment) throws SQLException {
        return call.sum(
                "SELECT opening + coalesce((SELECT sum(amount) FROM entry WHERE account = a.ref AND at < ?), 0)"
                        + " FROM account a WHERE ref = ?",
                moment,
                account);
    }

    static long booked(Call call, String account) throws SQLException {
        return bookedUntil(call, account, call.now().plusMillis(1));
    }

    static long available(Call call, String account) throws SQLException {
        return booked(call, account)
                - call.sum(
                        "SELECT coalesce(sum(amount), 0) FROM hold WHERE account = ? AND " + HELD,
                        account,
                        call.now(),
                        call.now());
    }

    private static Outcome<JsonNode> list(Call call) throws SQLException {
        List<JsonNode> accounts = new ArrayList<>();
        for (var row : call.query(
                row -> Json.of(
                        "account", row.getString("ref"),
                        "kind", row.getString("kind"),
                        "nickname", row.getString("nickname"),
                        "last4", row.getString("last4"),
                        "status", row.getString("status")),
                "SELECT * FROM account WHERE customer = ? ORDER BY ref",
                call.customer())) {
            accounts.add(row.set("balance", call.money(booked(call, row.path("account").textValue()))));
        }
        return Outcome.done(Json.of("accounts", accounts), call.now());
    }

    private static Outcome<JsonNode> balance(Call call) throws SQLException {
        String account = call.text("account");
        if (!theirs(call, account)) {
            return Outcome.notFound("account");
        }
        return Outcome.done(
                Json.of(
                        "balance", call.money(booked(call, account)),
                        "available", call.money(available(call, account)),
                        "asOf", call.now()),
                call.now());
    }

    private static Outcome<JsonNode> holds(Call call) throws SQLException {
        String account = call.text("account");
        if (!theirs(call, account)) {
            return Outcome.notFound("account");
        }
        List<JsonNode> holds = call.query(
                row -> Json.of(
                        "hold", row.getString("ref"),
                        "description", row.getString("description"),
                        "amount", call.money(row.getLong("amount")),
                        "placedAt", Json.time(row, "placed_at"),
                        "releasesOn", Json.day(row, "releases_on")),
                "SELECT * FROM hold WHERE account = ? AND " + HELD + " ORDER BY placed_at DESC, ref LIMIT 200",
                account,
                call.now(),
                call.now());
        long total = booked(call, account) - available(call, account);
        return Outcome.done(Json.of("holds", holds, "total", call.money(total)), call.now());
    }

    private static Outcome<JsonNode> limits(Call call) throws SQLException {
        String account = call.text("account");
        if (!theirs(call, account)) {
            return Outcome.notFound("account");
        }
        Map<String, Long> daily = DAILY.getOrDefault(call.currency(), Map.of());
        List<JsonNode> limits = new ArrayList<>();
        for (String kind : List.of("TRANSFER", "INSTANT_PAYMENT", "CASH")) {
            long used = -call.sum(
                    "SELECT coalesce(sum(amount), 0) FROM entry WHERE account = ? AND amount < 0 AND at >= ? AND at <= ? AND "
                            + USED_BY.get(kind),
                    account,
                    call.today().atStartOfDay(ZoneOffset.UTC).toInstant(),
                    call.now());
            limits.add(Json.of(
                    "kind", kind,
                    "daily", call.money(daily.getOrDefault(kind, 0L)),
                    "usedToday", call.money(used)));
        }
        return Outcome.done(Json.of("limits", limits), call.now());
    }
}
