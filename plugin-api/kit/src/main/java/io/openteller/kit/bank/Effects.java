package io.openteller.kit.bank;

import static io.openteller.kit.bank.Report.notFound;
import static io.openteller.kit.bank.Report.unavailable;
import static io.openteller.kit.bank.Report.unless;
import static io.openteller.kit.bank.Report.value;

import io.openteller.plugins.httpbank.HttpCards;
import io.openteller.plugins.httpbank.HttpDisputes;
import io.openteller.plugins.httpbank.HttpTransactions;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.CardControl.Blocking;
import io.openteller.spi.banking.CardControl.Card;
import io.openteller.spi.banking.DisputeDesk.Dispute;
import io.openteller.spi.banking.TransactionReader.Query;
import io.openteller.spi.banking.TransactionReader.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What does something: each has to be done once, however often it is asked for. */
final class Effects {

    private static final String REASON = "not recognised by the customer (contract test)";

    private final BankTest test;
    private final Report report;

    Effects(BankTest test, Report report) {
        this.test = test;
        this.report = report;
    }

    void check() {
        report.section("Blocking a card");
        if (!test.effects()) {
            report.untried("blocking", "--read-only");
            report.untried("disputes", "--read-only");
            return;
        }
        block();
        report.section("Disputes");
        dispute();
    }

    private Call call() {
        return Call.of(test);
    }

    private List<Card> cards() {
        return value(new HttpCards().cards(call(), test.customer()));
    }

    private void block() {
        Optional<Card> found;
        try {
            found = cards().stream().filter(card -> card.status().equals("ACTIVE")).findFirst();
        } catch (Report.Wrong wrong) {
            report.untried("blocking", "cards could not be read");
            return;
        }
        if (found.isEmpty()) {
            report.untried("blocking", "customer " + test.customer() + " has no active card left; unblock one, or name another customer");
            return;
        }
        String card = found.get().ref();
        report.check("somebody else's card is not found", () -> notFound(
                new HttpCards().block(call(), test.otherCustomer(), card), "card"));
        report.check("a card that nobody has is not found", () -> notFound(
                new HttpCards().block(call(), test.customer(), "no-such-card"), "card"));
        report.check("a request that comes after its deadline has no effect", () -> tooLate(card));
        String key = "block-" + UUID.randomUUID();
        report.check("a card is blocked, and was not before", () -> unless(
                !block(card, call().named(key)).alreadyBlocked() && isBlocked(card),
                "alreadyBlocked is true, or the card's status is not BLOCKED"));
        report.check("the same key again gives the same answer", () -> unless(
                block(card, call().named(key)).equals(block(card, call().named(key)))
                        && !block(card, call().named(key)).alreadyBlocked(),
                "alreadyBlocked or the time differ from the first answer"));
        report.check("another key says that it was so already, and since when", () -> {
            Blocking again = block(card, call());
            return unless(
                    again.alreadyBlocked() && again.at().equals(block(card, call().named(key)).at()),
                    "alreadyBlocked is false, or the time is another");
        });
        report.check("the same key with another request is answered with 409", () -> unavailable(
                new HttpCards().block(call().named(key), test.customer(), "no-such-card"),
                detail -> detail.contains("(409)"),
                "409 with {\"error\": \"KEY_REUSED\"}"));
    }

    private Blocking block(String card, Call call) {
        return value(new HttpCards().block(call, test.customer(), card));
    }

    private boolean isBlocked(String card) {
        return cards().stream().anyMatch(one -> one.ref().equals(card) && one.status().equals("BLOCKED"));
    }

    private String tooLate(String card) {
        String past = Instant.now().minus(Duration.ofMinutes(1)).toString();
        Outcome<Blocking> outcome =
                new HttpCards().block(call().changing(Safety.with("Openteller-Deadline", past)), test.customer(), card);
        return unless(
                outcome instanceof Outcome.Unavailable<?> && !isBlocked(card),
                "wanted 503 and no effect, got " + Report.words(outcome));
    }

    private List<Transaction> payments() {
        return value(new HttpTransactions().transactions(call(), test.customer(), new Query(null, null, null, 200)));
    }

    private void dispute() {
        Optional<Transaction> found;
        try {
            found = payments().stream().filter(one -> !one.disputed()).findFirst();
        } catch (Report.Wrong wrong) {
            report.untried("disputes", "transactions could not be read");
            return;
        }
        if (found.isEmpty()) {
            report.untried("disputes", "every transaction of the customer is disputed already");
            return;
        }
        String payment = found.get().ref();
        report.check("somebody else's payment is not found", () -> notFound(
                new HttpDisputes().open(call(), test.otherCustomer(), payment, REASON), "transaction"));
        String key = "dispute-" + UUID.randomUUID();
        report.check("a dispute is opened, with the payment's amount, and the payment is marked", () -> {
            Dispute dispute = open(payment, call().named(key));
            boolean marked = payments().stream().anyMatch(one -> one.ref().equals(payment) && one.disputed());
            return unless(
                    marked && dispute.amount().equals(found.get().amount()),
                    marked ? "its amount is not the payment's" : "the payment is not marked as disputed");
        });
        report.check("the same key again gives the same dispute", () -> unless(
                open(payment, call().named(key)).equals(open(payment, call().named(key))), "another one came"));
        report.check("another key gives the dispute that is open", () -> unless(
                open(payment, call()).reference().equals(open(payment, call().named(key)).reference()), "a second one was opened"));
        report.check("it is listed once", () -> unless(
                value(new HttpDisputes().disputes(call(), test.customer())).stream()
                                .filter(one -> one.transactionRef().equals(payment))
                                .count()
                        == 1,
                "it is not, or more than once"));
    }

    private Dispute open(String payment, Call call) {
        return value(new HttpDisputes().open(call, test.customer(), payment, REASON));
    }
}
