package io.openteller.kit;

import io.openteller.packages.Rules;
import io.openteller.packages.Signing;
import io.openteller.packages.SigningKey;
import io.openteller.packages.TrustedKey;
import io.openteller.packages.Verification;
import io.openteller.packages.VerifiedPackage;
import io.openteller.packages.VerifiedPackage.Trust;
import io.openteller.packages.Verifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Signing for nobody but this machine, with a key that is gone afterwards. */
final class ThrowAway {

    private ThrowAway() {}

    /** @param work where it is unpacked */
    static VerifiedPackage signed(Path zip, Path work) throws IOException {
        return switch (verified(zip, work)) {
            case Verification.Verified(var what) -> what;
            case Verification.Rejected(var reason, var words) -> throw new Refused("a platform would refuse it: " + words);
        };
    }

    static Verification verified(Path zip, Path work) throws IOException {
        SigningKey key = SigningKey.generate();
        Path signed = work.resolve("signed.zip");
        try {
            Signing.sign(zip, key, signed);
        } catch (IOException noPackage) {
            throw new Refused(String.valueOf(noPackage.getMessage()));
        }
        TrustedKey trusted = TrustedKey.of(key, "nobody", Trust.PARTNER);
        return Verifier.verify(signed, id -> Optional.of(trusted), work, Rules.alone());
    }
}
