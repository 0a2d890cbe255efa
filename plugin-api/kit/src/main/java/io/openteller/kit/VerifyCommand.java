package io.openteller.kit;

import io.openteller.packages.Rules;
import io.openteller.packages.TrustFolder;
import io.openteller.packages.TrustedKey;
import io.openteller.packages.TrustedKeys;
import io.openteller.packages.Verification;
import io.openteller.packages.VerifiedPackage;
import io.openteller.packages.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        description = "Look at a package as a platform does before it takes one in: signature, every file, what its classes are.")
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private Help help = new Help();

    @Parameters(paramLabel = "ZIP", description = "the package")
    private Path zip = Path.of("");

    @Option(names = "--trust", paramLabel = "DIR", description = "a platform's trust folder")
    private @Nullable Path trust;

    @Option(names = "--key", paramLabel = "FILE", description = "one public key, of 'key new'")
    private @Nullable Path publicKey;

    @Override
    public Integer call() throws IOException {
        Zip.requireOne(zip);
        Path work = Files.createTempDirectory("openteller-verify");
        try {
            switch (Verifier.verify(zip, keys(), work, Rules.alone())) {
                case Verification.Verified(var what) -> tell(what);
                case Verification.Rejected(var reason, var words) ->
                    throw new Refused("refused (" + reason + "): " + words);
            }
        } finally {
            Folders.delete(work);
        }
        return 0;
    }

    private TrustedKeys keys() throws IOException {
        if (trust != null) {
            if (!Files.isDirectory(trust)) {
                throw new Refused("there is no folder " + trust);
            }
            return new TrustFolder(trust);
        }
        if (publicKey != null) {
            TrustedKey one = PublicKeyFile.read(publicKey);
            return id -> Optional.of(one).filter(key -> key.keyId().equals(id));
        }
        throw help.wrongUsage("whom do you trust? Give --trust DIR or --key FILE");
    }

    private void tell(VerifiedPackage what) {
        var manifest = what.manifest();
        help.say("%s %s is what %s signed (key %s, trusted as %s)", manifest.id(), manifest.version(),
                manifest.publisher().name(), manifest.publisher().key(), what.trust());
        help.say("  kinds        %s", String.join(", ", manifest.kinds()));
        manifest.capabilities().forEach(capability -> help.say("  can          %s: %s", capability.name(),
                capability.operations().stream()
                        .map(one -> one.name() + " (" + one.risk() + ")")
                        .collect(java.util.stream.Collectors.joining(", "))));
        help.say("  reaches      %s", manifest.egress().isEmpty() ? "nothing" : String.join(", ", manifest.egress()));
        help.say("  reads        %s", manifest.dataRead());
        help.say("  sha256       %s", what.sha256());
    }
}
