package io.openteller.plugins.sandbox;

import io.openteller.spi.banking.AccountReader;
import io.openteller.testkit.AccountReaderContract;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class SandboxAccountsTest extends AccountReaderContract {

    @Override
    protected AccountReader accounts() {
        return new SandboxAccounts();
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
