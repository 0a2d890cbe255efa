package io.openteller.platform.banking.internal;

import io.openteller.platform.banking.AccountBook;
import io.openteller.platform.banking.BankResult;
import io.openteller.platform.banking.Caller;
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

    private static final Assurance NEEDED = Assurance.STEPPED_UP;

    private final BankCalls bank;

    PluggedAccountBook(BankCalls bank) {
        this.bank = bank;
    }

    @Override
    public BankResult<List<Account>> accounts(Caller caller) {
        return bank.read(
                AccountReader.class, caller, NEEDED, (reader, call) -> reader.accounts(call, caller.customerRef()));
    }

    @Override
    public BankResult<List<Transaction>> transactions(Caller caller, Query query) {
        return bank.read(
                TransactionReader.class,
                caller,
                NEEDED,
                (reader, call) -> reader.transactions(call, caller.customerRef(), query));
    }

    @Override
    public BankResult<Profile> profile(Caller caller) {
        return bank.read(
                CustomerDirectory.class,
                caller,
                NEEDED,
                (directory, call) -> directory.profile(call, caller.customerRef()));
    }

    @Override
    public BankResult<Holdings> holdings(Caller caller) {
        return bank.read(
                CustomerDirectory.class,
                caller,
                NEEDED,
                (directory, call) -> directory.holdings(call, caller.customerRef()));
    }

    @Override
    public BankResult<List<Dispute>> disputes(Caller caller) {
        return bank.read(DisputeDesk.class, caller, NEEDED, (desk, call) -> desk.disputes(call, caller.customerRef()));
    }
}
