package io.openteller.plugins.sandbox.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.plugins.sandbox.operations.Amortisation.Instalment;
import io.openteller.spi.Outcome;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Loans by their rate and instalment. */
final class Loans {

    static final List<Supplied> SUPPLIED = List.of(
            Supplied.read("loans.list/v1", Loans::list),
            Supplied.read("loans.outstanding/v1", Loans::outstanding),
            Supplied.read("loans.schedule/v1", Loans::schedule),
            Supplied.read("loans.foreclosure_quote/v1", Loans::foreclosureQuote));

    private static final int USUAL_COUNT = 12;
    private static final int MOST = 200;
    private static final int QUOTE_HOLDS_DAYS = 7;

    /** Two per cent. Loans on homes and for studying run on changing rates, and may be paid off for nothing. */
    private static final long CHARGE_BPS = 200;

    private Loans() {}

    private record Loan(String ref, String kind, long outstanding, int rateBps, long instalment, int dueDay, long overdue) {

        static List<Loan> of(Call call) throws SQLException {
            return call.query(
                    row -> new Loan(
                            row.getString("ref"),
                            row.getString("kind"),
                            row.getLong("outstanding"),
                            row.getInt("rate_bps"),
                            row.getLong("instalment"),
                            row.getInt("due_day"),
                            row.getLong("overdue")),
                    "SELECT * FROM loan WHERE customer = ? ORDER BY ref",
                    call.customer());
        }

        static Optional<Loan> theirs(Call call) throws SQLException {
            String ref = call.text("loan");
            return of(call).stream().filter(loan -> loan.ref.equals(ref)).findFirst();
        }

        LocalDate nextDue(LocalDate today) {
            LocalDate due = today.withDayOfMonth(Math.clamp(dueDay, 1, 28));
            return due.isBefore(today) ? due.plusMonths(1) : due;
        }
    }

    private static Outcome<JsonNode> list(Call call) throws SQLException {
        List<JsonNode> loans = Loan.of(call).stream()
                .<JsonNode>map(loan -> Json.of(
                        "loan", loan.ref(),
                        "kind", loan.kind(),
                        "outstanding", call.money(loan.outstanding()),
                        "instalment", call.money(loan.instalment()),
                        "nextDue", loan.nextDue(call.today()),
                        "annualRateBps", loan.rateBps()))
                .toList();
        return Outcome.done(Json.of("loans", loans), call.now());
    }

    private static Outcome<JsonNode> outstanding(Call call) throws SQLException {
        return Loan.theirs(call)
                .<Outcome<JsonNode>>map(loan -> Outcome.done(
                        Json.of(
                                "outstanding", call.money(loan.outstanding()),
                                "asOf", call.now(),
                                "overdue", call.money(loan.overdue())),
                        call.now()))
                .orElseGet(() -> Outcome.notFound("loan"));
    }

    private static Outcome<JsonNode> schedule(Call call) throws SQLException {
        Optional<Loan> found = Loan.theirs(call);
        if (found.isEmpty()) {
            return Outcome.notFound("loan");
        }
        Loan loan = found.get();
        int count = (int) Math.clamp(call.whole("count", USUAL_COUNT), 1, MOST);
        List<JsonNode> instalments = Amortisation.of(
                        loan.outstanding(), loan.rateBps(), loan.instalment(), loan.nextDue(call.today()), count)
                .stream()
                .map(one -> shown(call, one))
                .toList();
        return Outcome.done(Json.of("instalments", instalments), call.now());
    }

    private static JsonNode shown(Call call, Instalment one) {
        return Json.of(
                "dueOn", one.dueOn(),
                "amount", call.money(one.principal() + one.interest()),
                "principal", call.money(one.principal()),
                "interest", call.money(one.interest()));
    }

    private static Outcome<JsonNode> foreclosureQuote(Call call) throws SQLException {
        Optional<Loan> found = Loan.theirs(call);
        if (found.isEmpty()) {
            return Outcome.notFound("loan");
        }
        Loan loan = found.get();
        LocalDate lastPaid = loan.nextDue(call.today()).minusMonths(1);
        LocalDate validUntil = call.today().plusDays(QUOTE_HOLDS_DAYS);
        long days = ChronoUnit.DAYS.between(lastPaid, validUntil);
        long interest = Amortisation.interestOfDays(loan.outstanding(), loan.rateBps(), days);
        boolean free = loan.kind().equals("HOME") || loan.kind().equals("EDUCATION");
        long charge = free ? 0 : loan.outstanding() * CHARGE_BPS / 10_000;
        return Outcome.done(
                Json.of(
                        "principal", call.money(loan.outstanding()),
                        "interest", call.money(interest),
                        "charge", call.money(charge),
                        "total", call.money(loan.outstanding() + interest + charge),
                        "validUntil", validUntil),
                call.now());
    }
}
