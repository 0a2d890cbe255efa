package io.openteller.plugins.otp;

import io.openteller.plugins.otp.CodeStore.Checked;
import io.openteller.spi.identity.OneTimeCode.Check;

/** Results as they are kept. */
final class Checks {

    private Checks() {}

    static Checked kept(byte[] asked, Check check) {
        return switch (check) {
            case Check.Verified() -> new Checked(asked, "VERIFIED", 0);
            case Check.Wrong(int left) -> new Checked(asked, "WRONG", left);
            case Check.Expired() -> new Checked(asked, "EXPIRED", 0);
            case Check.TooMany() -> new Checked(asked, "TOO_MANY", 0);
        };
    }

    static Check of(Checked kept) {
        return switch (kept.word()) {
            case "VERIFIED" -> Check.verified();
            case "WRONG" -> Check.wrong(kept.attemptsLeft());
            case "EXPIRED" -> Check.expired();
            default -> Check.tooMany();
        };
    }
}
