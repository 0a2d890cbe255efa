package io.openteller.platform.guard;

import io.openteller.platform.guard.internal.gate.ClaimsGate;
import java.util.List;

/** The last look at a reply before the customer sees it. Needs no model, keeps nothing, and may be called by many at once. */
public interface Guard {

    /**
     * @param evidence what the reply cites and what the bank's systems returned; order does not matter
     */
    Verdict inspectReply(Reply reply, List<Evidence> evidence);

    /** What a reply claims, without the look at personal data, which a running platform learns first. */
    static Guard standard() {
        return ClaimsGate.forClaimsOnly();
    }
}
