package io.openteller.plugins.httpbank;

import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.TransactionReader;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pf4j.Extension;

/** {@code GET /customers/{ref}/transactions}. What was not asked for is not believed. */
@Extension
public final class HttpTransactions implements TransactionReader {

    private static final int MOST = 200;
    private static final Set<String> KINDS =
            Set.of("CARD", "UPI", "FASTER_PAYMENT", "DIRECT_DEBIT", "TRANSFER", "CREDIT");

    private final BankServer server = new BankServer(Clock.systemUTC());

    @Override
    public Outcome<List<Transaction>> transactions(CallContext context, String customerRef, Query query) {
        int limit = Math.clamp(query.limit(), 1, MOST);
        Ask ask = Ask.get(customerRef, "/transactions").with("limit", String.valueOf(limit));
        if (query.amountMinor() != null) {
            ask = ask.with("amountMinor", String.valueOf(Math.abs(query.amountMinor())));
        }
        String merchant = query.merchant();
        if (merchant != null && !merchant.isEmpty()) {
            ask = ask.with("merchant", merchant);
        }
        if (query.since() != null) {
            ask = ask.with("since", query.since().toString());
        }
        return server.ask(context, ask, answer -> read(answer, query, limit));
    }

    private static List<Transaction> read(Answer answer, Query query, int limit) {
        List<Transaction> all = answer.list("transactions", limit, Transaction::ref, HttpTransactions::transaction);
        for (int i = 0; i < all.size(); i++) {
            if (i > 0 && all.get(i).postedAt().isAfter(all.get(i - 1).postedAt())) {
                throw answer.wrong("transactions", "is not newest first");
            }
            if (!askedFor(all.get(i), query)) {
                throw answer.wrong("transactions[" + i + "]", "was not asked for");
            }
        }
        return all;
    }

    private static boolean askedFor(Transaction one, Query query) {
        return (query.amountMinor() == null || Math.abs(one.amount().minor()) == Math.abs(query.amountMinor()))
                && (query.since() == null || !one.postedAt().isBefore(query.since()))
                && (query.merchant() == null
                        || folded(one.merchant()).contains(folded(query.merchant())));
    }

    /** Up and down again: some letters have no partner one way. */
    private static String folded(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static Transaction transaction(Answer one) {
        return new Transaction(
                one.ref("ref"),
                one.ref("accountRef"),
                one.instant("postedAt"),
                one.text("merchant"),
                one.money("amount"),
                one.text("category"),
                one.oneOf("kind", KINDS),
                one.yes("disputed"));
    }
}
