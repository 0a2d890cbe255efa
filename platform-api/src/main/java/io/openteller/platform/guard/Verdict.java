package io.openteller.platform.guard;

import java.util.List;

/** Whether a reply may leave. */
public sealed interface Verdict {

    /** All that the reply claims, in the order of its text. */
    List<Claim> claims();

    /** Those that do not hold. */
    default List<Claim> unsupported() {
        return claims().stream().filter(claim -> !claim.supported()).toList();
    }

    /** Every claim is in the evidence. */
    record Pass(List<Claim> claims) implements Verdict {}

    /** At least one claim is not; the reply may only become a draft for a person. */
    record Downgrade(List<Claim> claims) implements Verdict {}
}
