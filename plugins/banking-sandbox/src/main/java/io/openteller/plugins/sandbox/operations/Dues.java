package io.openteller.plugins.sandbox.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.spi.Outcome;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What falls due on the same day of each month. A due is called by its rule and its day, such as {@code due-1@2026-05-05}. */
final class Dues {

    static final List<Supplied> SUPPLIED = List.of(
            Supplied.read("payments.upcoming/v1", Dues::upcoming), Supplied.effect("payments.remind/v1", Dues::remind));

    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 92;

    private Dues() {}

    private record Rule(String ref, String account, String payee, long amount, int day) {

        static List<Rule> of(Call call) throws SQLException {
            return call.query(
                    row -> new Rule(
                            row.getString("ref"),
                            row.getString("account"),
                            row.getString("payee"),
                            row.getLong("amount"),
                            row.getInt("on_day")),
                    "SELECT d.* FROM due d JOIN account a ON a.ref = d.account WHERE a.customer = ? ORDER BY d.ref",
                    call.customer());
        }

        boolean fallsOn(LocalDate date) {
            return date.getDayOfMonth() == Math.min(day, date.lengthOfMonth());
        }
    }

    private record Due(Rule rule, LocalDate on) {}

    private static Outcome<JsonNode> upcoming(Call call) throws SQLException {
        LocalDate last = call.today().plusDays(Math.clamp(call.whole("days", USUAL_DAYS), 0, MOST_DAYS));
        List<Due> dues = new ArrayList<>();
        for (Rule rule : Rule.of(call)) {
            call.today().datesUntil(last.plusDays(1)).filter(rule::fallsOn).forEach(day -> dues.add(new Due(rule, day)));
        }
        List<JsonNode> shown = dues.stream()
                .sorted(Comparator.comparing(Due::on).thenComparing(due -> due.rule().ref()))
                .limit(200)
                .<JsonNode>map(due -> Json.of(
                        "due", due.rule().ref() + "@" + due.on(),
                        "payee", due.rule().payee(),
                        "amount", call.money(due.rule().amount()),
                        "dueOn", due.on(),
                        "account", due.rule().account()))
                .toList();
        return Outcome.done(Json.of("dues", shown), call.now());
    }

    private static Outcome<JsonNode> remind(Call call) throws SQLException {
        String[] parts = call.text("due").split("@", 2);
        Optional<Rule> rule =
                Rule.of(call).stream().filter(one -> one.ref().equals(parts[0])).findFirst();
        if (rule.isEmpty() || parts.length < 2 || !parts[1].matches("\\d{4}-\\d{2}-\\d{2}")) {
            return Outcome.notFound("due");
        }
        LocalDate on = Json.day(parts[1], "due");
        if (!rule.get().fallsOn(on)) {
            return Outcome.notFound("due");
        }
        if (!on.isAfter(call.today())) {
            return Outcome.refused("It is too late for a reminder of this payment.");
        }
        LocalDate reminds = on.minusDays(1);
        call.update("MERGE INTO reminder KEY (due, reminds_on) VALUES (?, ?)", call.text("due"), reminds);
        return Outcome.done(Json.of("remindsOn", reminds), call.now());
    }
}
