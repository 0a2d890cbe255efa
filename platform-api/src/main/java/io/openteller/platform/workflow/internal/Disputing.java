package io.openteller.platform.workflow.internal;

import io.openteller.platform.banking.BankResult;
import io.openteller.platform.banking.Caller;
import io.openteller.platform.banking.Disputes;
import io.openteller.platform.desk.Packet;
import io.openteller.platform.desk.Reason;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final Named named;
    private final Speech speech;
    private final Clock clock;

    Disputing(Disputes disputes, Named named, Speech speech, Clock clock) {
        this.disputes = disputes;
        this.named = named;
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
        Named.Payment payment = named.payment(message);
        if (!payment.isNamed()) {
            return Optional.empty();
        }
        BankResult<List<Transaction>> result = disputes.named(
                caller,
                new Query(payment.amountMinor().orElse(null), null, clock.instant().minus(BACK), MOST));
        performed.add(Results.performed("transactions.named", result, arguments(payment), ""));
        if (!(result instanceof BankResult.Done<List<Transaction>> done)) {
            return Optional.empty();
        }
        List<Transaction> fitting = done.value().stream()
                .filter(one -> one.amount().minor() < 0)
                .filter(one -> !isStanding(one, done.value()))
                .toList();
        // Without an amount the name must fit. With one, name and day only decide between payments of that amount.
        if (payment.amountMinor().isPresent() && fitting.size() == 1) {
            return Optional.of(fitting.getFirst());
        }
        List<Transaction> closer = fitting.stream()
                .filter(one -> payment.mayBeTo(one.merchant()))
                .filter(one -> payment.mayBeOn(LocalDate.ofInstant(one.postedAt(), ZoneOffset.UTC)))
                .toList();
        return closer.size() == 1 ? Optional.of(closer.getFirst()) : Optional.empty();
    }

    private static boolean isStanding(Transaction transaction, List<Transaction> all) {
        return all.stream()
                        .filter(other -> other.merchant().equals(transaction.merchant()))
                        .filter(other -> other.amount().equals(transaction.amount()))
                        .count()
                >= RECURRING;
    }

    private static Map<String, String> arguments(Named.Payment payment) {
        Map<String, String> arguments = new HashMap<>();
        payment.amountMinor()
                .ifPresent(minor -> arguments.put(
                        "amount", Speech.money(new Money(minor, CurrentTenant.get().currency()))));
        payment.merchant().ifPresent(name -> arguments.put("merchant", name));
        payment.days().ifPresent(days -> arguments.put("days", days.first() + " to " + days.last()));
        return Map.copyOf(arguments);
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
