package io.openteller.kit;

import io.openteller.spi.SpiVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Which versions a partner's project builds against: the ones that this kit itself was built with. */
final class Versions {

    private Versions() {}

    static Map<String, String> words() {
        Properties own = own();
        String spi = SpiVersion.current();
        return Map.of(
                "spi", spi,
                "nextSpi", (Integer.parseInt(spi.substring(0, spi.indexOf('.'))) + 1) + ".0.0",
                "testkit", own.getProperty("version"),
                "jackson", own.getProperty("jackson"),
                "pf4j", Library.of(org.pf4j.ExtensionPoint.class).version());
    }

    static String testkit() {
        return own().getProperty("version");
    }

    private static Properties own() {
        try (InputStream file = Objects.requireNonNull(Versions.class.getResourceAsStream("kit.properties"))) {
            Properties properties = new Properties();
            properties.load(file);
            return properties;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
