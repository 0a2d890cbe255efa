package io.openteller.demo;

import io.openteller.platform.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The platform with the demo banks. */
public final class DemoPlatform {

    private DemoPlatform() {}

    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(
                Optional.ofNullable(System.getenv("OPENTELLER_DATA")).orElse(".openteller/data"));
        Platform.start(arguments, settings(data));
    }

    /** What a demo fixes by itself: that it is one, and a client secret that lasts as long as its data. */
    public static Map<String, Object> settings(Path data) throws IOException {
        return Map.of(
                "openteller.environment", "demo",
                "openteller.data", data.toString(),
                "openteller.keycloak.client-secret", new KeptSecrets(data).get("keycloak-client"));
    }
}
