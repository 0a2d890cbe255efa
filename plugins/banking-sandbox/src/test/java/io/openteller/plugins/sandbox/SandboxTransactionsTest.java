package io.openteller.plugins.sandbox;

import io.openteller.spi.banking.TransactionReader;
import io.openteller.testkit.TransactionReaderContract;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class SandboxTransactionsTest extends TransactionReaderContract {

    @Override
    protected TransactionReader transactions() {
        return new SandboxTransactions();
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
