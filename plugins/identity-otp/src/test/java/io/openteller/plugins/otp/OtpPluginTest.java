package io.openteller.plugins.otp;

import io.openteller.spi.OpentellerPlugin;
import io.openteller.spi.identity.OneTimeCode;
import io.openteller.testkit.PluginContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.pf4j.ExtensionPoint;

class OtpPluginTest extends PluginContract {

    @Override
    protected OpentellerPlugin plugin() {
        return new OtpPlugin();
    }

    @Override
    protected List<Class<? extends ExtensionPoint>> points() {
        return List.of(OneTimeCode.class);
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of(
                "smsGatewayUrl", "https://gateway.example/send",
                "smsGatewayKey", Gateway.KEY,
                "dataFolder", folder.toString());
    }

    @Override
    @AfterEach
    protected void restart() {
        CodeStore.closeAll();
    }
}
