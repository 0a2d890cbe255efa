package io.openteller.plugins.sandbox.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.spi.Outcome;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Funds with a published value, their savings plans, and deposits that have neither. */
final class Investments {

    static final List<Supplied> SUPPLIED = List.of(
            Supplied.read("investments.portfolio/v1", Investments::portfolio),
            Supplied.read("investments.sip_status/v1", Investments::sipStatus),
            Supplied.read("investments.nav/v1", Investments::nav));

    private Investments() {}

    private record Investment(
            String ref,
            String kind,
            String name,
            long worth,
            long invested,
            @Nullable Long nav,
            String sip,
            long sipAmount,
            int sipDay) {

        static List<Investment> of(Call call) throws SQLException {
            return call.query(
                    row -> new Investment(
                            row.getString("ref"),
                            row.getString("kind"),
                            row.getString("name"),
                            row.getLong("worth"),
                            row.getLong("invested"),
                            row.getObject("nav", Long.class),
                            row.getString("sip"),
                            row.getLong("sip_amount"),
                            row.getInt("sip_day")),
                    "SELECT * FROM investment WHERE customer = ? ORDER BY ref",
                    call.customer());
        }

        static Optional<Investment> theirs(Call call) throws SQLException {
            String ref = call.text("investment");
            return of(call).stream().filter(one -> one.ref.equals(ref)).findFirst();
        }
    }

    private static Outcome<JsonNode> portfolio(Call call) throws SQLException {
        List<Investment> all = Investment.of(call);
        List<JsonNode> shown = all.stream()
                .<JsonNode>map(one -> Json.of(
                        "investment", one.ref(),
                        "name", one.name(),
                        "kind", one.kind(),
                        "value", call.money(one.worth()),
                        "invested", call.money(one.invested())))
                .toList();
        long value = all.stream().mapToLong(Investment::worth).sum();
        return Outcome.done(Json.of("investments", shown, "value", call.money(value)), call.now());
    }

    private static Outcome<JsonNode> sipStatus(Call call) throws SQLException {
        Optional<Investment> found = Investment.theirs(call);
        if (found.isEmpty()) {
            return Outcome.notFound("investment");
        }
        Investment one = found.get();
        if (one.sip().equals("NONE")) {
            return Outcome.done(Json.of("status", "NONE"), call.now());
        }
        LocalDate thisMonths = call.today().withDayOfMonth(Math.clamp(one.sipDay(), 1, 28));
        LocalDate next = thisMonths.isAfter(call.today()) ? thisMonths : thisMonths.plusMonths(1);
        // One that failed or was paused has missed its last day.
        LocalDate lastPaid = next.minusMonths(one.sip().equals("ACTIVE") ? 1 : 2);
        return Outcome.done(
                Json.of(
                        "status", one.sip(),
                        "amount", call.money(one.sipAmount()),
                        "nextOn", one.sip().equals("PAUSED") ? null : next,
                        "lastPaidOn", lastPaid),
                call.now());
    }

    private static Outcome<JsonNode> nav(Call call) throws SQLException {
        Optional<Investment> found = Investment.theirs(call);
        if (found.isEmpty()) {
            return Outcome.notFound("investment");
        }
        Long price = found.get().nav();
        return price == null
                ? Outcome.notFound("published value")
                : Outcome.done(
                        Json.of("price", call.money(price), "publishedOn", workingDayBefore(call.today())), call.now());
    }

    private static LocalDate workingDayBefore(LocalDate day) {
        LocalDate before = day.minusDays(1);
        while (before.getDayOfWeek() == DayOfWeek.SATURDAY || before.getDayOfWeek() == DayOfWeek.SUNDAY) {
            before = before.minusDays(1);
        }
        return before;
    }
}
