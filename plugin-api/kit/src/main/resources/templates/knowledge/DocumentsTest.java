package {{package}};

import io.openteller.spi.knowledge.DocumentSource;
import io.openteller.testkit.DocumentSourceContract;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class {{Name}}DocumentsTest extends DocumentSourceContract {

    private final {{Name}}Server server = new {{Name}}Server(0);

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected DocumentSource source() {
        return new {{Name}}Documents();
    }

    @Override
    protected void store(boolean outOfOrder) {
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
