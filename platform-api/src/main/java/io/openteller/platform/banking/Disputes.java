package io.openteller.platform.banking;

import io.openteller.spi.banking.DisputeDesk.Dispute;
import io.openteller.spi.banking.TransactionReader.Query;
import io.openteller.spi.banking.TransactionReader.Transaction;
import java.util.List;

/**
 * Disputing a payment. An identified caller is enough: it protects the customer, and nothing is told that the customer has
 * not named.
 */
public interface Disputes {

    /** Transactions that fit what the customer named; only to open a dispute with, never to be listed to the customer. */
    BankResult<List<Transaction>> named(Caller caller, Query query);

    /** @param callId a second call with the same id opens nothing new */
    BankResult<Dispute> open(Caller caller, String transactionRef, String reason, String callId);
}
