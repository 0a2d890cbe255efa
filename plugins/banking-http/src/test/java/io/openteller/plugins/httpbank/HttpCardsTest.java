package io.openteller.plugins.httpbank;

import io.openteller.spi.banking.CardControl;
import io.openteller.testkit.CardControlContract;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

class HttpCardsTest extends CardControlContract {

    private static final BankStub STUB = BankStub.open();

    @AfterAll
    static void stop() {
        STUB.close();
    }

    @Override
    protected CardControl cards() {
        return new HttpCards();
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
