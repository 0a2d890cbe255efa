package io.openteller.platform.audit;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The audit chain of the current tenant. */
public interface Audit {

    /**
     * Appends an event in the caller's transaction, so that what happened and its record commit together or not at all.
     * The actor is {@link CurrentActor}.
     *
     * @param action a stable dotted name, for example {@code turn.answered}
     * @param subject the id of what it happened to
     */
    void record(Handle sql, String action, String subject);

    /**
     * The newest events first.
     *
     * @param before only events with a smaller number
     * @param action only this action, or those below it ({@code staff} has {@code staff.signed-in}); empty for all
     */
    List<AuditEntry> page(long before, String action, int limit);

    /** Recomputes the whole chain. */
    ChainState verify();
}
