package io.openteller.platform.guard;

import io.openteller.platform.guard.internal.EvidenceGuard;
import java.util.List;

/** The last look at a reply before the customer sees it. */
public interface Guard {

    /**
     * @param reply the text about to be sent
     * @param evidence cited passages and tool results, as text; order does not matter
     */
    Verdict inspectReply(String reply, List<String> evidence);

    /** The figures that a text states, in their order. */
    List<Claim> claims(String text);

    /** As every bank has it; for use outside a running platform. */
    static Guard standard() {
        return new EvidenceGuard();
    }
}
