package io.openteller.plugins.httpbank;

import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.CustomerDirectory;
import java.time.Clock;
import java.util.regex.Pattern;
import org.pf4j.Extension;

/** {@code GET /customers/{ref}} and {@code GET /customers/{ref}/holdings}. */
@Extension
public final class HttpCustomers implements CustomerDirectory {

    private static final Pattern MOBILE = Pattern.compile("\\+[0-9 ]{8,20}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private final BankServer server = new BankServer(Clock.systemUTC());

    @Override
    public Outcome<Profile> profile(CallContext context, String customerRef) {
        return server.ask(context, Ask.get(customerRef, ""), answer -> profile(customerRef, answer.object("profile")));
    }

    @Override
    public Outcome<Holdings> holdings(CallContext context, String customerRef) {
        return server.ask(
                context,
                Ask.get(customerRef, "/holdings"),
                answer -> new Holdings(
                        answer.list("loans", 100, Loan::ref, HttpCustomers::loan),
                        answer.list("investments", 100, Investment::ref, HttpCustomers::investment)));
    }

    private static Profile profile(String customerRef, Answer one) {
        return new Profile(
                customerRef,
                one.text("name"),
                one.text("email"),
                one.matching("mobile", MOBILE, "is no international number"),
                one.text("city"),
                one.code("tier"),
                one.matching("language", LANGUAGE, "is no language"),
                one.dateIfAny("customerSince"));
    }

    private static Loan loan(Answer one) {
        return new Loan(
                one.ref("ref"),
                one.code("kind"),
                one.money("outstanding"),
                (int) one.whole("annualRateBps", -10_000, 100_000),
                one.money("instalment"),
                one.date("nextDue"));
    }

    private static Investment investment(Answer one) {
        return new Investment(
                one.ref("ref"), one.code("kind"), one.text("name"), one.money("value"), one.dateIfAny("maturesOn"));
    }
}
