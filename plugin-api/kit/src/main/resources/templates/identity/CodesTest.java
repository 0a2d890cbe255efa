package {{package}};

import io.openteller.spi.identity.OneTimeCode;
import io.openteller.testkit.OneTimeCodeContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class {{Name}}CodesTest extends OneTimeCodeContract {

    private final {{Name}}Server server = new {{Name}}Server(0);

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected OneTimeCode codes() {
        return new {{Name}}Codes();
    }

    @Override
    protected List<String> arrived() {
        return server.sent;
    }

    @Override
    protected void delivery(boolean outOfOrder) {
        server.does(outOfOrder ? {{Name}}Server.Does.FAIL : {{Name}}Server.Does.WORK);
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
