package io.openteller.kit.bank;

import static io.openteller.kit.bank.Report.notFound;
import static io.openteller.kit.bank.Report.unless;
import static io.openteller.kit.bank.Report.value;

import io.openteller.plugins.httpbank.HttpAccounts;
import io.openteller.plugins.httpbank.HttpCards;
import io.openteller.plugins.httpbank.HttpCustomers;
import io.openteller.plugins.httpbank.HttpDisputes;
import io.openteller.plugins.httpbank.HttpTransactions;
import io.openteller.spi.banking.AccountReader.Account;
import io.openteller.spi.banking.TransactionReader.Query;
import io.openteller.spi.banking.TransactionReader.Transaction;
import java.util.List;
import java.util.Locale;

/** What is only asked. */
final class Questions {

    private final BankTest test;
    private final Report report;

    Questions(BankTest test, Report report) {
        this.test = test;
        this.report = report;
    }

    void ask() {
        report.section("Customers and what they have");
        report.check("a customer's profile is read", () -> {
            value(new HttpCustomers().profile(call(), test.customer()));
            return "";
        });
        report.check("a customer's loans and investments are read", () -> {
            value(new HttpCustomers().holdings(call(), test.customer()));
            return "";
        });
        report.check("two customers have accounts, and share none", this::accounts);
        report.check("asked twice, balances are the same", () -> unless(
                value(new HttpAccounts().accounts(call(), test.customer()))
                        .equals(value(new HttpAccounts().accounts(call(), test.customer()))),
                "they differ (a booking in between? then try again)"));
        report.check("cards are read, each of one of the customer's accounts", this::cards);
        report.check("disputes are read", () -> {
            value(new HttpDisputes().disputes(call(), test.customer()));
            return "";
        });
        nobody();
        transactions();
    }

    private Call call() {
        return Call.of(test);
    }

    private List<String> accountsOf(String customer) {
        return value(new HttpAccounts().accounts(call(), customer)).stream()
                .map(Account::ref)
                .toList();
    }

    private String accounts() {
        List<String> mine = accountsOf(test.customer());
        return unless(accountsOf(test.otherCustomer()).stream().noneMatch(mine::contains), "the same reference at both");
    }

    private String cards() {
        List<String> mine = accountsOf(test.customer());
        return unless(
                value(new HttpCards().cards(call(), test.customer())).stream()
                        .allMatch(card -> mine.contains(card.accountRef())),
                "a card's accountRef is none of the customer's accounts");
    }

    private void nobody() {
        report.section("Somebody who is no customer");
        report.check("profile", () -> notFound(new HttpCustomers().profile(call(), test.nobody()), "customer"));
        report.check("holdings", () -> notFound(new HttpCustomers().holdings(call(), test.nobody()), "customer"));
        report.check("accounts", () -> notFound(new HttpAccounts().accounts(call(), test.nobody()), "customer"));
        report.check("cards", () -> notFound(new HttpCards().cards(call(), test.nobody()), "customer"));
        report.check("disputes", () -> notFound(new HttpDisputes().disputes(call(), test.nobody()), "customer"));
        report.check("transactions", () -> notFound(
                new HttpTransactions().transactions(call(), test.nobody(), new Query(null, null, null, 5)), "customer"));
    }

    private List<Transaction> transactions(Query query) {
        return value(new HttpTransactions().transactions(call(), test.customer(), query));
    }

    private Transaction some() {
        List<Transaction> five = transactions(new Query(null, null, null, 5));
        if (five.size() < 5) {
            throw new Report.Wrong("the test customer needs five transactions, and has " + five.size());
        }
        return five.getLast();
    }

    private String has(Query query) {
        return unless(
                transactions(query).stream().anyMatch(one -> one.ref().equals(some().ref())),
                "the entry that was looked for is not among those that came");
    }

    private void transactions() {
        report.section("Transactions");
        report.check("five are there, newest first", () -> unless(!some().ref().isEmpty(), "none"));
        report.check("a smaller limit gives the newest of them", () -> unless(
                transactions(new Query(null, null, null, 2))
                        .equals(transactions(new Query(null, null, null, 5)).subList(0, 2)),
                "other entries came"));
        report.check("an amount is found without its sign", () -> has(
                new Query(Math.abs(some().amount().minor()), null, null, 200)));
        report.check("a part of a merchant's name is found in any case", () -> {
            String name = some().merchant();
            return has(new Query(null, name.substring(name.length() > 3 ? 1 : 0).toUpperCase(Locale.ROOT), null, 200));
        });
        report.check("a window begins at its first moment", () -> has(new Query(null, null, some().postedAt(), 200)));
        for (String nothing : List.of("%", "_", "' OR 1=1 --", "no merchant has this name 7#")) {
            report.check("nothing is found for " + nothing, () -> unless(
                    transactions(new Query(null, nothing, null, 5)).isEmpty(), "something came"));
        }
    }
}
