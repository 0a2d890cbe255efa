package io.openteller.platform.banking.internal;

import io.openteller.platform.banking.AccountBook;
import io.openteller.platform.banking.BankResult;
import io.openteller.platform.banking.Caller;
import io.openteller.platform.banking.internal.BankCalls.Typed;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.banking.AccountReader;
import io.openteller.spi.banking.AccountReader.Account;
import io.openteller.spi.banking.CustomerDirectory;
import io.openteller.spi.banking.CustomerDirectory.Holdings;
import io.openteller.spi.banking.CustomerDirectory.Profile;
import io.openteller.spi.banking.DisputeDesk;
import io.openteller.spi.banking.DisputeDesk.Dispute;
import io.openteller.spi.banking.TransactionReader;
import io.openteller.spi.banking.TransactionReader.Query;
import io.openteller.spi.banking.TransactionReader.Transaction;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class PluggedAccountBook implements AccountBook {

    private static final Typed<AccountReader> ACCOUNTS = new Typed<>(AccountReader.class, "accounts.list/v1");
    private static final Typed<TransactionReader> TRANSACTIONS = new Typed<>(TransactionReader.class, "transactions.search/v1");
    private static final Typed<CustomerDirectory> PROFILE = new Typed<>(CustomerDirectory.class, "profile.contact/v1");
    private static final Typed<CustomerDirectory> HOLDINGS = new Typed<>(CustomerDirectory.class, "loans.list/v1");
    private static final Typed<DisputeDesk> DISPUTES = new Typed<>(DisputeDesk.class, "disputes.status/v1");
    private static final Assurance NEEDED = Assurance.STEPPED_UP;

    private final BankCalls bank;

    PluggedAccountBook(BankCalls bank) {
        this.bank = bank;
    }

    @Override
    public BankResult<List<Account>> accounts(Caller caller) {
        return bank.read(
                ACCOUNTS, caller, NEEDED, (reader, call) -> reader.accounts(call, caller.customerRef()));
    }

    @Override
    public BankResult<List<Transaction>> transactions(Caller caller, Query query) {
        return bank.read(
                TRANSACTIONS,
                caller,
                NEEDED,
                (reader, call) -> reader.transactions(call, caller.customerRef(), query));
    }

    @Override
    public BankResult<Profile> profile(Caller caller) {
        return bank.read(
                PROFILE,
                caller,
                NEEDED,
                (directory, call) -> directory.profile(call, caller.customerRef()));
    }

    @Override
    public BankResult<Holdings> holdings(Caller caller) {
        return bank.read(
                HOLDINGS,
                caller,
                NEEDED,
                (directory, call) -> directory.holdings(call, caller.customerRef()));
    }

    @Override
    public BankResult<List<Dispute>> disputes(Caller caller) {
        return bank.read(DISPUTES, caller, NEEDED, (desk, call) -> desk.disputes(call, caller.customerRef()));
    }
}
