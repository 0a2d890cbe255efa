package io.openteller.plugins.httpbank;

import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.CardControl;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.pf4j.Extension;

/** {@code GET /customers/{ref}/cards} and {@code POST /customers/{ref}/cards/{card}/block}. */
@Extension
public final class HttpCards implements CardControl {

    private static final Set<String> KINDS = Set.of("DEBIT", "CREDIT");
    private static final Set<String> STATES = Set.of("ACTIVE", "BLOCKED");

    private final BankServer server = new BankServer(Clock.systemUTC());

    @Override
    public Outcome<List<Card>> cards(CallContext context, String customerRef) {
        return server.ask(
                context, Ask.get(customerRef, "/cards"), answer -> answer.list("cards", 100, Card::ref, HttpCards::card));
    }

    @Override
    public Outcome<Blocking> block(CallContext context, String customerRef, String cardRef) {
        if (!Answer.REF.matcher(cardRef).matches()) {
            return Outcome.notFound("card");
        }
        return server.ask(
                context,
                Ask.post(customerRef, "/cards/" + cardRef + "/block", "{}"),
                answer -> blocking(cardRef, answer.object("blocking")));
    }

    private static Card card(Answer one) {
        return new Card(
                one.ref("ref"),
                one.ref("accountRef"),
                one.oneOf("kind", KINDS),
                one.text("network"),
                one.matching("last4", Common.LAST4, "is not four digits"),
                one.oneOf("status", STATES));
    }

    private static Blocking blocking(String cardRef, Answer one) {
        if (!one.ref("cardRef").equals(cardRef)) {
            throw one.wrong("cardRef", "is another card");
        }
        return new Blocking(cardRef, one.instant("at"), one.yes("alreadyBlocked"));
    }
}
