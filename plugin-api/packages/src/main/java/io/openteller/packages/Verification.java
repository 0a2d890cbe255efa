package io.openteller.packages;

/** What the look at a package came to. */
public sealed interface Verification {

    record Verified(VerifiedPackage what) implements Verification {}

    /** @param words for a person; names the file or field */
    record Rejected(Reason reason, String words) implements Verification {}
}
