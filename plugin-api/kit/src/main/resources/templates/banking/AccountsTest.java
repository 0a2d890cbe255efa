package {{package}};

import io.openteller.spi.banking.AccountReader;
import io.openteller.testkit.AccountReaderContract;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class {{Name}}AccountsTest extends AccountReaderContract {

    private final {{Name}}Server server = new {{Name}}Server(0);

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected AccountReader accounts() {
        return new {{Name}}Accounts();
    }

    @Override
    protected String customer() {
        return "C-1001";
    }

    @Override
    protected String otherCustomer() {
        return "C-1002";
    }

    @Override
    protected String nobody() {
        return "C-9999";
    }

    @Override
    protected Map<String, String> settings() {
        return server.settings();
    }

    @Override
    protected void restart() {
        // The plugin keeps nothing.
    }
}
