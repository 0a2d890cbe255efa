package io.openteller.plugins.httpbank;

import io.openteller.spi.banking.DisputeDesk;
import io.openteller.spi.banking.TransactionReader;
import io.openteller.testkit.DisputeDeskContract;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

class HttpDisputesTest extends DisputeDeskContract {

    private static final BankStub STUB = BankStub.open();

    @AfterAll
    static void stop() {
        STUB.close();
    }

    @Override
    protected DisputeDesk disputes() {
        return new HttpDisputes();
    }

    @Override
    protected TransactionReader transactions() {
        return new HttpTransactions();
    }

    @Override
    protected String customer() {
        return BankStub.CUSTOMER;
    }

    @Override
    protected String otherCustomer() {
        return BankStub.OTHER;
    }

    @Override
    protected String nobody() {
        return BankStub.NOBODY;
    }

    @Override
    protected Map<String, String> settings() {
        return STUB.settings();
    }

    /** There is nothing to let go of: the plugin keeps nothing, and what is kept is kept by the bank. */
    @Override
    protected void restart() {}
}
