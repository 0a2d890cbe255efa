package io.openteller.platform.plugin;

import io.openteller.packages.Signing;
import io.openteller.packages.SigningKey;
import io.openteller.packages.TrustFolder;
import io.openteller.packages.TrustedKey;
import io.openteller.packages.VerifiedPackage.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keys made for this run of the tests. */
public final class TestKeys {

    /** The platform's own. */
    public static final SigningKey PLATFORM = SigningKey.generate();

    private TestKeys() {}

    /** Makes the platform with this plugins folder trust what the tests sign. */
    public static void trusted(Path plugins) throws IOException {
        new TrustFolder(plugins.toAbsolutePath().resolveSibling("trust"))
                .put(TrustedKey.of(PLATFORM, "Tests", Trust.PLATFORM));
    }

    static byte[] signed(byte[] zip, SigningKey key) throws IOException {
        Path file = Files.write(Files.createTempFile("made", ".zip"), zip);
        try {
            Signing.sign(file, key, file);
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }
}
