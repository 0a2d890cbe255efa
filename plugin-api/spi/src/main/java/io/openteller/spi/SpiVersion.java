package io.openteller.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The version of this interface, apart from the platform's. Semantic: a plugin made for 1.2 runs on every later 1.x. What is
 * marked {@link Experimental} is not promised.
 */
public final class SpiVersion {

    private static final String CURRENT = read();

    private SpiVersion() {}

    /** Such as {@code 1.0.0}. */
    public static String current() {
        return CURRENT;
    }

    private static String read() {
        try (InputStream file = SpiVersion.class.getResourceAsStream("version.txt")) {
            if (file == null) {
                throw new IllegalStateException("the plugin interface does not say its version");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
