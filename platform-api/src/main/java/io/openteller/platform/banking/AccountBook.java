package io.openteller.platform.banking;

import io.openteller.spi.banking.AccountReader.Account;
import io.openteller.spi.banking.CustomerDirectory.Holdings;
import io.openteller.spi.banking.CustomerDirectory.Profile;
import io.openteller.spi.banking.DisputeDesk.Dispute;
import io.openteller.spi.banking.TransactionReader.Query;
import io.openteller.spi.banking.TransactionReader.Transaction;
import java.util.List;

/** Reading. All of it needs a stepped-up caller. */
public interface AccountBook {

    BankResult<List<Account>> accounts(Caller caller);

    BankResult<List<Transaction>> transactions(Caller caller, Query query);

    BankResult<Profile> profile(Caller caller);

    BankResult<Holdings> holdings(Caller caller);

    BankResult<List<Dispute>> disputes(Caller caller);
}
