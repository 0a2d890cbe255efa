package io.openteller.plugins.httpbank;

import io.openteller.spi.banking.AccountReader;
import io.openteller.testkit.AccountReaderContract;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

class HttpAccountsTest extends AccountReaderContract {

    private static final BankStub STUB = BankStub.open();

    @AfterAll
    static void stop() {
        STUB.close();
    }

    @Override
    protected AccountReader accounts() {
        return new HttpAccounts();
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
