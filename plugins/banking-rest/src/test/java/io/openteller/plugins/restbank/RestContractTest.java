package io.openteller.plugins.restbank;

import io.openteller.spi.banking.OperationProvider;
import io.openteller.testkit.OperationProviderContract;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class RestContractTest extends OperationProviderContract {

    private final Larkfield larkfield = new Larkfield();
    private RestOperations operations = new RestOperations();

    @AfterEach
    void stop() {
        larkfield.close();
    }

    @Override
    protected OperationProvider operations() {
        return operations;
    }

    @Override
    protected String currency() {
        return "INR";
    }

    @Override
    protected void outOfOrder(boolean down) {
        larkfield.says(exchange -> {
            if (down) {
                Larkfield.reply(exchange, 503, "{}");
            }
            return down;
        });
    }

    @Override
    protected String customer() {
        return "C1";
    }

    @Override
    protected String otherCustomer() {
        return "C2";
    }

    @Override
    protected String nobody() {
        return "C9";
    }

    @Override
    protected Map<String, String> settings() {
        return larkfield.settings(Documents.LARKFIELD);
    }

    @Override
    protected void restart() {
        operations = new RestOperations();
    }
}
