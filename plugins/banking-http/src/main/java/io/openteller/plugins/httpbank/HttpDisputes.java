package io.openteller.plugins.httpbank;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.DisputeDesk;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.pf4j.Extension;

/** {@code GET} and {@code POST /customers/{ref}/disputes}. */
@Extension
public final class HttpDisputes implements DisputeDesk {

    private static final int LONGEST_REASON = 1000;
    private static final Set<String> STATES = Set.of("OPEN", "IN_REVIEW", "SETTLED", "DECLINED");

    private final BankServer server = new BankServer(Clock.systemUTC());

    @Override
    public Outcome<Dispute> open(CallContext context, String customerRef, String transactionRef, String reason) {
        if (!Answer.REF.matcher(transactionRef).matches()) {
            return Outcome.notFound("transaction");
        }
        String json = JsonNodeFactory.instance
                .objectNode()
                .put("transactionRef", transactionRef)
                .put("reason", shortened(reason))
                .toString();
        return server.ask(context, Ask.post(customerRef, "/disputes", json), answer -> {
            Dispute dispute = dispute(answer.object("dispute"));
            if (!dispute.transactionRef().equals(transactionRef)) {
                throw answer.wrong("dispute.transactionRef", "is another transaction");
            }
            return dispute;
        });
    }

    @Override
    public Outcome<List<Dispute>> disputes(CallContext context, String customerRef) {
        return server.ask(
                context,
                Ask.get(customerRef, "/disputes"),
                answer -> answer.list("disputes", 200, Dispute::reference, HttpDisputes::dispute));
    }

    /** Whole characters only: half of a pair is no text. */
    private static String shortened(String reason) {
        if (reason.isBlank()) {
            return "not said";
        }
        if (reason.codePointCount(0, reason.length()) <= LONGEST_REASON) {
            return reason;
        }
        return reason.substring(0, reason.offsetByCodePoints(0, LONGEST_REASON));
    }

    private static Dispute dispute(Answer one) {
        return new Dispute(
                one.ref("reference"),
                one.ref("transactionRef"),
                one.text("merchant"),
                one.money("amount"),
                one.instant("openedAt"),
                one.oneOf("status", STATES));
    }
}
