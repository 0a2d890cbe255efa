package io.openteller.platform.banking.internal;

import io.openteller.platform.banking.BankResult;
import io.openteller.platform.banking.Caller;
import io.openteller.platform.banking.Disputes;
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

    private final BankCalls bank;
    private final Journal journal;

    PluggedDisputes(BankCalls bank, Journal journal) {
        this.bank = bank;
        this.journal = journal;
    }

    @Override
    public BankResult<List<Transaction>> named(Caller caller, Query query) {
        return bank.read(
                TransactionReader.class,
                caller,
                Assurance.IDENTIFIED,
                (reader, call) -> reader.transactions(call, caller.customerRef(), query));
    }

    @Override
    public BankResult<Dispute> open(Caller caller, String transactionRef, String reason, String callId) {
        return journal.around(
                "dispute.open",
                caller,
                callId,
                transactionRef,
                () -> bank.call(
                        DisputeDesk.class,
                        caller,
                        Assurance.IDENTIFIED,
                        callId,
                        (desk, call) -> desk.open(call, caller.customerRef(), transactionRef, reason)));
    }
}
