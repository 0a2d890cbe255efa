package io.openteller.plugins.sandbox.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.spi.Outcome;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Days are days in UTC, both ends included. */
final class Statements {

    static final List<Supplied> SUPPLIED = List.of(Supplied.effect("accounts.statement/v1", Statements::statement));

    private Statements() {}

    private static Outcome<JsonNode> statement(Call call) throws SQLException {
        String account = call.text("account");
        LocalDate from = Json.day(call.text("from"), "from");
        LocalDate to = Json.day(call.text("to"), "to");
        if (!Accounts.theirs(call, account)) {
            return Outcome.notFound("account");
        }
        if (from.isAfter(to)) {
            return Outcome.refused("A statement begins before it ends.");
        }
        if (to.isAfter(call.today())) {
            return Outcome.refused("A statement cannot reach into the future.");
        }
        Instant begin = from.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        String reference = call.reference("stm-");
        call.update("INSERT INTO statement VALUES (?, ?, ?, ?, ?)", reference, account, from, to, call.now());
        Outbox.put(call, "INBOX", call.customer(), "STATEMENT", reference, "Your statement from " + from + " to " + to + ".");
        return Outcome.done(
                Json.of(
                        "statement", reference,
                        "from", from,
                        "to", to,
                        "entries",
                        call.sum("SELECT count(*) FROM entry WHERE account = ? AND at >= ? AND at < ?", account, begin, end),
                        "opening", call.money(Accounts.bookedUntil(call, account, begin)),
                        "closing", call.money(Accounts.bookedUntil(call, account, end))),
                call.now());
    }
}
