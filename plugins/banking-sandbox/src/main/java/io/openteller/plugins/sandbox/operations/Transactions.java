package io.openteller.plugins.sandbox.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.spi.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Entries of all of a customer's accounts, newest first. */
final class Transactions {

    static final List<Supplied> SUPPLIED = List.of(
            Supplied.read("transactions.search/v1", Transactions::search),
            Supplied.read("transactions.match/v1", Transactions::match),
            Supplied.read("transactions.detail/v1", Transactions::detail),
            Supplied.read("transactions.pending/v1", Transactions::pending),
            Supplied.effect("transactions.category/v1", Transactions::category));

    private static final int MOST = 200;
    private static final int USUAL = 20;
    private static final String DISPUTED =
            "EXISTS (SELECT 1 FROM dispute d WHERE d.entry = e.ref AND d.opened_at <= ?) AS disputed";

    private Transactions() {}

    /** An entry of this customer's, by its reference. */
    record Entry(String ref, String account, String merchant, long amount, String kind, String category) {

        static Optional<Entry> theirs(Call call, String ref) throws SQLException {
            return call.one(
                    row -> new Entry(
                            row.getString("ref"),
                            row.getString("account"),
                            row.getString("merchant"),
                            row.getLong("amount"),
                            row.getString("kind"),
                            row.getString("category")),
                    "SELECT e.* FROM entry e JOIN account a ON a.ref = e.account WHERE e.ref = ? AND a.customer = ? AND e.at <= ?",
                    ref,
                    call.customer(),
                    call.now());
        }
    }

    private interface Shape {
        ObjectNode of(ResultSet row) throws SQLException;
    }

    private static Outcome<JsonNode> search(Call call) throws SQLException {
        String account = call.textOrNull("account");
        if (account != null && !Accounts.theirs(call, account)) {
            return Outcome.notFound("account");
        }
        return found(call, call.whole("limit", USUAL), row -> Json.of(
                "transaction", row.getString("ref"),
                "postedAt", Json.time(row, "at"),
                "merchant", row.getString("merchant"),
                "amount", call.money(row.getLong("amount")),
                "kind", row.getString("kind"),
                "disputed", row.getBoolean("disputed")));
    }

    private static Outcome<JsonNode> match(Call call) throws SQLException {
        return found(call, USUAL, row -> Json.of(
                "transaction", row.getString("ref"),
                "postedAt", Json.time(row, "at"),
                "merchant", row.getString("merchant"),
                "amount", call.money(row.getLong("amount")),
                "card", row.getString("card"),
                "disputed", row.getBoolean("disputed")));
    }

    private static Outcome<JsonNode> found(Call call, long limit, Shape shape) throws SQLException {
        Long amount = call.input().has("amountMinor") ? Math.abs(call.whole("amountMinor", 0)) : null;
        String merchant = Optional.ofNullable(call.textOrNull("merchant")).orElse("").toLowerCase(Locale.ROOT);
        LocalDate since = Optional.ofNullable(call.dayOrNull("since")).orElse(LocalDate.EPOCH);
        String account = call.textOrNull("account");
        List<ObjectNode> transactions = call.query(
                shape::of,
                "SELECT e.*, " + DISPUTED + " FROM entry e JOIN account a ON a.ref = e.account WHERE a.customer = ?"
                        + " AND e.at >= ? AND e.at <= ? AND (CAST(? AS BIGINT) IS NULL OR abs(e.amount) = ?)"
                        + " AND (? = '' OR locate(?, lower(e.merchant)) > 0) AND (CAST(? AS VARCHAR) IS NULL OR e.account = ?)"
                        + " ORDER BY e.at DESC, e.ref LIMIT ?",
                call.now(),
                call.customer(),
                since.atStartOfDay(ZoneOffset.UTC).toInstant(),
                call.now(),
                amount,
                amount,
                merchant,
                merchant,
                account,
                account,
                Math.clamp(limit, 1, MOST));
        return Outcome.done(Json.of("transactions", transactions), call.now());
    }

    private static Outcome<JsonNode> detail(Call call) throws SQLException {
        return call.one(
                        row -> Json.of(
                                "postedAt", Json.time(row, "at"),
                                "merchant", row.getString("merchant"),
                                "amount", call.money(row.getLong("amount")),
                                "kind", row.getString("kind"),
                                "category", row.getString("category"),
                                "place", row.getString("place"),
                                "description", row.getString("description"),
                                "disputed", row.getBoolean("disputed")),
                        "SELECT e.*, " + DISPUTED + " FROM entry e JOIN account a ON a.ref = e.account"
                                + " WHERE a.customer = ? AND e.ref = ? AND e.at <= ?",
                        call.now(),
                        call.customer(),
                        call.text("transaction"),
                        call.now())
                .<Outcome<JsonNode>>map(entry -> Outcome.done(entry, call.now()))
                .orElseGet(() -> Outcome.notFound("transaction"));
    }

    private static Outcome<JsonNode> pending(Call call) throws SQLException {
        String account = call.textOrNull("account");
        if (account != null && !Accounts.theirs(call, account)) {
            return Outcome.notFound("account");
        }
        List<ObjectNode> transactions = call.query(
                row -> Json.of(
                        "transaction", row.getString("ref"),
                        "authorisedAt", Json.time(row, "placed_at"),
                        "merchant", row.getString("description"),
                        "amount", call.money(-row.getLong("amount"))),
                "SELECT h.* FROM hold h JOIN account a ON a.ref = h.account WHERE a.customer = ? AND h.authorised"
                        + " AND (CAST(? AS VARCHAR) IS NULL OR h.account = ?)"
                        + " AND h.placed_at <= ? AND (h.released_at IS NULL OR h.released_at > ?)"
                        + " ORDER BY h.placed_at DESC, h.ref LIMIT 200",
                call.customer(),
                account,
                account,
                call.now(),
                call.now());
        return Outcome.done(Json.of("transactions", transactions), call.now());
    }

    private static Outcome<JsonNode> category(Call call) throws SQLException {
        Optional<Entry> entry = Entry.theirs(call, call.text("transaction"));
        if (entry.isEmpty()) {
            return Outcome.notFound("transaction");
        }
        String category = call.text("category");
        call.update("UPDATE entry SET category = ? WHERE ref = ?", category, entry.get().ref());
        return Outcome.done(Json.of("category", category, "before", entry.get().category()), call.now());
    }
}
