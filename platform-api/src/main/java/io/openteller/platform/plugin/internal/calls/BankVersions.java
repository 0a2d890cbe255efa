package io.openteller.platform.plugin.internal.calls;

import java.util.List;

/** What the current bank has switched on. Asked for every call, so it answers from memory and may be a second old. */
public interface BankVersions {

    /** By id. */
    List<InForce> inForce();

    /** What was known may have changed: ask anew. */
    void forget();
}
