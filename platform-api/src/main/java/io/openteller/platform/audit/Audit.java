package io.openteller.platform.audit;

import org.jdbi.v3.core.Handle;

/** The audit chain of the current tenant. */
public interface Audit {

    /**
     * Appends an event in the caller's transaction, so that what happened and its record commit together or not at all.
     *
     * @param action a stable dotted name, for example {@code turn.answered}
     * @param subject the id of what it happened to
     */
    void record(Handle sql, String action, String subject);

    /** Recomputes the whole chain. */
    ChainState verify();
}
