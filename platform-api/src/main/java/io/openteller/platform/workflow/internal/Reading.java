package io.openteller.platform.workflow.internal;

import io.openteller.platform.banking.AccountBook;
import io.openteller.platform.banking.BankResult;
import io.openteller.platform.banking.Caller;
import io.openteller.platform.desk.Reason;
import io.openteller.platform.wording.Phrase;
import io.openteller.platform.workflow.Customer;
import io.openteller.platform.workflow.TaskOutcome;
import io.openteller.spi.banking.AccountReader.Account;
import io.openteller.spi.banking.TransactionReader.Query;
import io.openteller.spi.banking.TransactionReader.Transaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Telling customers what is on their accounts. */
@Singleton
class Reading {

    private static final int RECENT = 5;

    private final AccountBook book;
    private final Speech speech;

    Reading(AccountBook book, Speech speech) {
        this.book = book;
        this.speech = speech;
    }

    TaskOutcome balances(Customer customer, Caller caller) {
        BankResult<List<Account>> result = book.accounts(caller);
        if (!(result instanceof BankResult.Done<List<Account>> done)) {
            return unavailable("accounts", customer, result);
        }
        String lines = done.value().stream()
                .map(account -> speech.say(
                        Phrase.BALANCE_LINE,
                        customer.language(),
                        account.nickname(),
                        account.last4(),
                        Speech.money(account.balance())))
                .collect(Collectors.joining("\n"));
        return new TaskOutcome.Finished(
                speech.say(Phrase.BALANCES, customer.language(), lines),
                List.of(Results.performed("accounts", result, Map.of(), lines)));
    }

    TaskOutcome transactions(Customer customer, Caller caller) {
        BankResult<List<Transaction>> result = book.transactions(caller, new Query(null, null, null, RECENT));
        if (!(result instanceof BankResult.Done<List<Transaction>> done)) {
            return unavailable("transactions", customer, result);
        }
        if (done.value().isEmpty()) {
            return new TaskOutcome.Finished(
                    speech.say(Phrase.NO_TRANSACTIONS, customer.language()),
                    List.of(Results.performed("transactions", result, Map.of(), "")));
        }
        String lines = done.value().stream()
                .map(one -> speech.say(
                        Phrase.TRANSACTION_LINE,
                        customer.language(),
                        Speech.day(one.postedAt()),
                        one.merchant(),
                        Speech.money(one.amount())))
                .collect(Collectors.joining("\n"));
        int count = done.value().size();
        return new TaskOutcome.Finished(
                speech.say(Phrase.TRANSACTIONS, customer.language(), count, lines),
                List.of(Results.performed(
                        "transactions", result, Map.of("limit", String.valueOf(RECENT)), count + "\n" + lines)));
    }

    /** Nothing is guessed when the bank does not answer: a person goes on. */
    TaskOutcome unavailable(String operation, Customer customer, BankResult<?> result) {
        return new TaskOutcome.PersonNeeded(
                speech.say(Phrase.BANK_UNAVAILABLE, customer.language()),
                Reason.FAILED,
                List.of(),
                List.of(),
                List.of(Results.performed(operation, result, Map.of(), "")));
    }
}
