package io.openteller.plugins.sandbox;

import io.openteller.spi.banking.CustomerDirectory;
import io.openteller.testkit.CustomerDirectoryContract;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class SandboxCustomersTest extends CustomerDirectoryContract {

    @Override
    protected CustomerDirectory customers() {
        return new SandboxCustomers();
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
