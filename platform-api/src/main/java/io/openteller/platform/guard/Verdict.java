package io.openteller.platform.guard;

import java.util.List;

/** Whether a reply may leave. */
public sealed interface Verdict {

    /** Every claim is in the evidence. */
    record Pass(List<Claim> claims) implements Verdict {}

    /** At least one claim is not; the reply may only become a draft for a person. */
    record Downgrade(List<Claim> unsupported) implements Verdict {}
}
