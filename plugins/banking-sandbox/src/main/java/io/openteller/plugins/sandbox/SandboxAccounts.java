package io.openteller.plugins.sandbox;

import io.openteller.spi.CallContext;
import io.openteller.spi.Money;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.AccountReader;
import java.time.Instant;
import java.util.List;
import org.pf4j.Extension;

/** Balances are what the accounts began with and all entries since. */
@Extension
public final class SandboxAccounts implements AccountReader {

    @Override
    public Outcome<List<Account>> accounts(CallContext context, String customerRef) {
        return Guarded.call(context, store -> {
            List<Account> accounts = store.inTransaction(connection -> Store.query(
                    connection,
                    row -> new Account(
                            row.getString("ref"),
                            row.getString("kind"),
                            row.getString("nickname"),
                            row.getString("last4"),
                            new Money(row.getLong("balance"), store.currency())),
                    "SELECT a.*, a.opening + coalesce((SELECT sum(e.amount) FROM entry e WHERE e.account = a.ref), 0)"
                            + " AS balance FROM account a WHERE a.customer = ? ORDER BY a.ref",
                    customerRef));
            return accounts.isEmpty() ? Outcome.notFound("customer") : Outcome.done(accounts, Instant.now());
        });
    }
}
