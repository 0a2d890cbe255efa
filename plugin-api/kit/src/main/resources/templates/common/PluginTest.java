package {{package}};

import io.openteller.spi.OpentellerPlugin;
import {{point}};
import io.openteller.testkit.PluginContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.pf4j.ExtensionPoint;

class {{Name}}PluginTest extends PluginContract {

    private final {{Name}}Server server = new {{Name}}Server(0);

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected OpentellerPlugin plugin() {
        return new {{Name}}Plugin();
    }

    @Override
    protected List<Class<? extends ExtensionPoint>> points() {
        return List.of({{Point}}.class);
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
