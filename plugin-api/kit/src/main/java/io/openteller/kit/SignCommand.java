package io.openteller.kit;

import io.openteller.packages.Manifest;
import io.openteller.packages.Signing;
import io.openteller.packages.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "sign", description = "Sign a package with your key. A signature that it has is replaced.")
final class SignCommand implements Callable<Integer> {

    @Mixin
    private Help help = new Help();

    @Parameters(paramLabel = "ZIP", description = "the package")
    private Path zip = Path.of("");

    @Option(names = "--key", paramLabel = "FILE", required = true, description = "your private key, of 'key new'")
    private Path key = Path.of("");

    @Option(names = "--out", paramLabel = "ZIP", description = "where the signed package goes (default: the same file)")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        Path target = out == null ? zip : out;
        Zip.requireOne(zip);
        SigningKey signing = Zip.key(key);
        Manifest manifest;
        try {
            manifest = Signing.sign(zip, signing, target);
        } catch (IOException noPackage) {
            throw new Refused(String.valueOf(noPackage.getMessage()));
        }
        help.say("signed %s %s with key %s: %s", manifest.id(), manifest.version(), signing.id(), Shown.path(target));
        return 0;
    }
}
