package io.openteller.plugins.sandbox;

import io.openteller.spi.banking.CardControl;
import io.openteller.testkit.CardControlContract;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class SandboxCardsTest extends CardControlContract {

    @Override
    protected CardControl cards() {
        return new SandboxCards();
    }

    @Override
    protected String customer() {
        return SandboxBank.CUSTOMER;
    }

    @Override
    protected String otherCustomer() {
        return SandboxBank.OTHER;
    }

    @Override
    protected String nobody() {
        return SandboxBank.NOBODY;
    }

    @Override
    protected Map<String, String> settings() {
        return SandboxBank.settings(folder);
    }

    @Override
    @AfterEach
    protected void restart() {
        Store.closeAll();
    }
}
