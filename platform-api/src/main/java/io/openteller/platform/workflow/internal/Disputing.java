package io.openteller.platform.workflow.internal;

import io.openteller.platform.banking.BankResult;
import io.openteller.platform.banking.Caller;
import io.openteller.platform.banking.Disputes;
import io.openteller.platform.desk.Packet;
import io.openteller.platform.desk.Reason;
import io.openteller.platform.guard.Claim;
import io.openteller.platform.guard.Guard;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.wording.Phrase;
import io.openteller.platform.workflow.Customer;
import io.openteller.platform.workflow.Performed;
import io.openteller.platform.workflow.TaskOutcome;
import io.openteller.spi.Money;
import io.openteller.spi.banking.DisputeDesk.Dispute;
import io.openteller.spi.banking.TransactionReader.Query;
import io.openteller.spi.banking.TransactionReader.Transaction;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Opens a dispute in the first reply when exactly one payment fits what the customer named; a person goes on either way. */
@Singleton
class Disputing {

    private static final Duration BACK = Duration.ofDays(120);
    private static final int MOST = 200;
    /** The same amount to the same payee this often is a standing payment, hardly one that the customer never made. */
    private static final int RECURRING = 3;

    private final Disputes disputes;
    private final Guard guard;
    private final Speech speech;
    private final Clock clock;

    Disputing(Disputes disputes, Guard guard, Speech speech, Clock clock) {
        this.disputes = disputes;
        this.guard = guard;
        this.speech = speech;
        this.clock = clock;
    }

    TaskOutcome open(Customer customer, Caller caller, String message, UUID turn) {
        List<Performed> performed = new ArrayList<>();
        Optional<Transaction> meant = meant(caller, message, performed);
        if (meant.isEmpty()) {
            return noted(customer, performed);
        }
        Transaction transaction = meant.get();
        BankResult<Dispute> result =
                disputes.open(caller, transaction.ref(), "not made by the customer", turn.toString());
        if (!(result instanceof BankResult.Done<Dispute> done)) {
            performed.add(Results.performed("dispute.open", result, Map.of(), ""));
            return noted(customer, performed);
        }
        Dispute dispute = done.value();
        String amount = Speech.money(positive(transaction.amount()));
        String opened = Speech.time(dispute.openedAt());
        performed.add(Results.performed(
                "dispute.open",
                result,
                Map.of("payment", amount + ", " + transaction.merchant()),
                String.join("\n", dispute.reference(), opened, amount, transaction.merchant())));
        return new TaskOutcome.PersonNeeded(
                speech.say(
                        Phrase.DISPUTE_OPENED,
                        customer.language(),
                        dispute.reference(),
                        opened,
                        amount,
                        transaction.merchant()),
                Reason.DISPUTE,
                facts(transaction, dispute, amount, done),
                List.of(new Packet.Promise("Dispute " + dispute.reference() + " is open; a colleague takes over", null)),
                performed);
    }

    TaskOutcome noted(Customer customer, List<Performed> performed) {
        Instant now = clock.instant();
        String at = Speech.time(now);
        List<Performed> all = new ArrayList<>(performed);
        all.add(new Performed("dispute.note", "", "noted for a colleague", 0, Map.of(), at));
        return new TaskOutcome.PersonNeeded(
                speech.say(Phrase.DISPUTE_NOTED, customer.language(), at),
                Reason.DISPUTE,
                List.of(new Packet.Fact("Customer disputes a payment", at, "conversation", now)),
                List.of(new Packet.Promise("A colleague takes over the dispute", null)),
                all);
    }

    private Optional<Transaction> meant(Caller caller, String message, List<Performed> performed) {
        Optional<Long> amount = amount(message);
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        BankResult<List<Transaction>> result =
                disputes.named(caller, new Query(amount.get(), null, clock.instant().minus(BACK), MOST));
        performed.add(Results.performed(
                "transactions.named",
                result,
                Map.of("amount", Speech.money(new Money(amount.get(), CurrentTenant.get().currency()))),
                ""));
        if (!(result instanceof BankResult.Done<List<Transaction>> done)) {
            return Optional.empty();
        }
        List<Transaction> fitting = done.value().stream()
                .filter(one -> one.amount().minor() < 0)
                .filter(one -> done.value().stream()
                                .filter(other -> other.merchant().equals(one.merchant()))
                                .count()
                        < RECURRING)
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private Optional<Long> amount(String message) {
        String currency = CurrentTenant.get().currency();
        List<Claim> claims = guard.claims(message);
        return claims.stream()
                .filter(claim -> claim.unit().equals(currency))
                .findFirst()
                .or(() -> claims.stream()
                        .filter(claim -> claim.unit().isEmpty())
                        .findFirst())
                .map(claim -> claim.value().multiply(BigDecimal.valueOf(100)).longValue());
    }

    private static List<Packet.Fact> facts(
            Transaction transaction, Dispute dispute, String amount, BankResult.Done<Dispute> done) {
        return List.of(
                new Packet.Fact("Dispute", dispute.reference(), done.plugin(), dispute.openedAt()),
                new Packet.Fact("Payment", amount + " to " + transaction.merchant(), done.plugin(), done.asOf()),
                new Packet.Fact("Paid on", Speech.time(transaction.postedAt()), done.plugin(), done.asOf()),
                new Packet.Fact("By", transaction.kind() + ", " + transaction.ref(), done.plugin(), done.asOf()));
    }

    private static Money positive(Money money) {
        return new Money(Math.abs(money.minor()), money.currency());
    }
}
