package io.openteller.plugins.httpbank;

import io.openteller.spi.banking.CustomerDirectory;
import io.openteller.testkit.CustomerDirectoryContract;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

class HttpCustomersTest extends CustomerDirectoryContract {

    private static final BankStub STUB = BankStub.open();

    @AfterAll
    static void stop() {
        STUB.close();
    }

    @Override
    protected CustomerDirectory customers() {
        return new HttpCustomers();
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
