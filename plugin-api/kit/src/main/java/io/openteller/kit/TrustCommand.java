package io.openteller.kit;

import io.openteller.packages.TrustedKey;
import io.openteller.packages.VerifiedPackage.Trust;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "trust", description = "For operators: let a running platform take packages that this key signed.")
final class TrustCommand implements Callable<Integer> {

    @Mixin
    private Help help = new Help();

    @Mixin
    private Platform platform = new Platform();

    @Parameters(paramLabel = "FILE", description = "the public key, as 'key new' wrote it")
    private Path file = Path.of("");

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "PARTNER: its plugins run in processes of their own (the default). PLATFORM: in the platform's own")
    private Trust level = Trust.PARTNER;

    @Override
    public Integer call() throws IOException {
        TrustedKey key = PublicKeyFile.read(file);
        platform.asOperator()
                .put("/plugins/keys/" + key.keyId(), Map.of(
                        "publisher", key.publisher(), "publicKey", key.publicKey(), "level", level.name()));
        help.say("the platform trusts %s (key %s) as %s", key.publisher(), key.keyId(), level);
        return 0;
    }
}
