package io.openteller.local;

import io.openteller.packages.Signing;
import io.openteller.packages.SigningKey;
import io.openteller.packages.TrustFolder;
import io.openteller.packages.TrustedKey;
import io.openteller.packages.VerifiedPackage.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The checkout's plugins, signed with a key that this machine made for itself, beside those that somebody uploaded: an
 * upload stays when the checkout is built anew.
 */
final class BundledPlugins {

    private final Path data;
    private final Path project;
    private final Consumer<String> says;

    BundledPlugins(Path data, Path project, Consumer<String> says) {
        this.data = data;
        this.project = project;
        this.says = says;
    }

    /** The folder of plugins, with the folder {@code trust} beside it. */
    Path place() {
        Path target = data.resolve("plugins");
        try {
            Files.createDirectories(target);
            SigningKey key = key();
            deleteUnsigned(target);
            for (Path zip : built()) {
                place(zip, key, target);
            }
            return target;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Made at the first start. An operator who revoked it is not overruled at the next one. */
    private SigningKey key() throws IOException {
        SigningKey key = SigningKey.at(data.resolve("platform-key.pem"));
        TrustFolder trust = new TrustFolder(data.resolve("trust"));
        if (trust.find(key.id()).isEmpty()) {
            trust.put(TrustedKey.of(key, "This platform", Trust.PLATFORM));
        }
        return key;
    }

    private void place(Path zip, SigningKey key, Path target) throws IOException {
        Path signed = target.resolve(zip.getFileName() + ".new");
        try {
            Signing.sign(zip, key, signed);
            Path home = target.resolve(zip.getFileName());
            if (!Files.exists(home) || Files.mismatch(signed, home) >= 0) {
                Files.move(signed, home, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException noPackage) {
            says.accept("left out " + project.relativize(zip) + ": " + noPackage.getMessage());
        } finally {
            Files.deleteIfExists(signed);
        }
    }

    private List<Path> built() throws IOException {
        Path plugins = project.resolve("plugins");
        if (!Files.isDirectory(plugins)) {
            return List.of();
        }
        try (Stream<Path> found = Files.find(plugins, 3, (path, is) -> path.toString().matches(".*/target/[^/]+\\.zip"))) {
            return found.sorted().toList();
        }
    }

    /** From before packages were signed; the same plugins come again under other names. */
    private static void deleteUnsigned(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            for (Path old : files.filter(file -> file.getFileName().toString().matches("openteller-plugin-.*-SNAPSHOT(\\.zip)?")).toList()) {
                io.openteller.packages.Trees.delete(old);
            }
        }
    }
}
