package {{package}};

import io.openteller.spi.channel.MessageChannel;
import io.openteller.testkit.MessageChannelContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class {{Name}}ChannelTest extends MessageChannelContract {

    private final {{Name}}Server server = new {{Name}}Server(0);

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected MessageChannel channel() {
        return new {{Name}}Channel();
    }

    @Override
    protected Delivery delivery(String text) {
        byte[] body = """
                [{"id": "in-1", "from": "customer-1", "name": "Ada", "text": "%s", "atSeconds": 1900000000}]
                """.formatted(text).getBytes(StandardCharsets.UTF_8);
        return new Delivery(
                "POST",
                "/",
                Map.of({{Name}}Channel.SIGNATURE, Signatures.of({{Name}}Server.KEY, body)),
                body);
    }

    @Override
    protected List<String> taken() {
        return server.taken;
    }

    @Override
    protected void provider(boolean outOfOrder) {
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
