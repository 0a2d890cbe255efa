package io.openteller.plugins.httpbank;

import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.AccountReader;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.pf4j.Extension;

/** {@code GET /customers/{ref}/accounts}. */
@Extension
public final class HttpAccounts implements AccountReader {

    private static final Set<String> KINDS = Set.of("SAVINGS", "CURRENT", "SALARY", "JOINT");

    private final BankServer server = new BankServer(Clock.systemUTC());

    @Override
    public Outcome<List<Account>> accounts(CallContext context, String customerRef) {
        return server.ask(context, Ask.get(customerRef, "/accounts"), HttpAccounts::read);
    }

    private static List<Account> read(Answer answer) {
        List<Account> accounts = answer.list("accounts", 100, Account::ref, HttpAccounts::account);
        if (accounts.isEmpty()) {
            throw answer.wrong("accounts", "is empty");
        }
        return accounts;
    }

    private static Account account(Answer one) {
        return new Account(
                one.ref("ref"),
                one.oneOf("kind", KINDS),
                one.text("nickname"),
                one.matching("last4", Common.LAST4, "is not four digits"),
                one.money("balance"));
    }
}
