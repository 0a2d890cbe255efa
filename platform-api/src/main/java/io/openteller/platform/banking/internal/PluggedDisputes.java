package io.openteller.platform.banking.internal;

import io.openteller.platform.banking.BankResult;
import io.openteller.platform.banking.Caller;
import io.openteller.platform.banking.Disputes;
import io.openteller.platform.banking.internal.BankCalls.Typed;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.banking.DisputeDesk;
import io.openteller.spi.banking.DisputeDesk.Dispute;
import io.openteller.spi.banking.TransactionReader;
import io.openteller.spi.banking.TransactionReader.Query;
import io.openteller.spi.banking.TransactionReader.Transaction;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class PluggedDisputes implements Disputes {

    private static final Typed<TransactionReader> MATCH = new Typed<>(TransactionReader.class, "transactions.match/v1");
    private static final Typed<DisputeDesk> OPEN = new Typed<>(DisputeDesk.class, "disputes.open/v1");

    private final BankCalls bank;
    private final Journal journal;

    PluggedDisputes(BankCalls bank, Journal journal) {
        this.bank = bank;
        this.journal = journal;
    }

    @Override
    public BankResult<List<Transaction>> named(Caller caller, Query query) {
        BankResult<List<Transaction>> read = bank.read(
                MATCH,
                caller,
                Assurance.IDENTIFIED,
                (reader, call) -> reader.transactions(call, caller.customerRef(), query));
        return read instanceof BankResult.Done<List<Transaction>>(List<Transaction> all, var asOf, String plugin, long millis)
                ? new BankResult.Done<>(all.stream().map(one -> issued(plugin, one)).toList(), asOf, plugin, millis)
                : read;
    }

    private static Transaction issued(String plugin, Transaction one) {
        return new Transaction(
                new Issued(plugin, one.ref()).toString(),
                one.accountRef(),
                one.postedAt(),
                one.merchant(),
                one.amount(),
                one.category(),
                one.kind(),
                one.disputed());
    }

    @Override
    public BankResult<Dispute> open(Caller caller, String transactionRef, String reason, String callId) {
        Issued transaction = Issued.of(transactionRef);
        return journal.around(
                "dispute.open",
                caller,
                callId,
                transaction.ref(),
                () -> bank.callOn(
                        transaction,
                        OPEN,
                        caller,
                        Assurance.IDENTIFIED,
                        callId,
                        (desk, call) -> desk.open(call, caller.customerRef(), transaction.ref(), reason)));
    }
}
