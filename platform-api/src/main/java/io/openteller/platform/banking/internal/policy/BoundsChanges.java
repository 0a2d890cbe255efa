package io.openteller.platform.banking.internal.policy;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.banking.internal.policy.BoundsChange.State;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Stricter bounds are in force at once, for whoever sees harm must be able to stop it; looser ones when a second person agrees. */
@Singleton
public class BoundsChanges {

    private final BoundsSql bounds;
    private final BoundsChangeSql changes;
    private final TenantDatabase database;
    private final Audit audit;

    BoundsChanges(BoundsSql bounds, BoundsChangeSql changes, TenantDatabase database, Audit audit) {
        this.bounds = bounds;
        this.changes = changes;
        this.database = database;
        this.audit = audit;
    }

    /** Those in force, by operation. */
    public Map<String, Bounds> inForce() {
        return database.inTransaction(bounds::all);
    }

    /** What waits first, then the latest first. */
    public List<BoundsChange> changes() {
        return database.inTransaction(changes::list);
    }

    /** @param wanted takes the place of what there is; what somebody else wanted and nobody decided on is overtaken */
    public BoundsChange want(String operation, Bounds wanted, String reason, Actor by) {
        return database.inTransaction(sql -> {
            bounds.lock(sql, operation);
            boolean atOnce = wanted.isAsStrictAs(bounds.of(sql, operation));
            changes.overtaken(sql, operation);
            UUID id = changes.add(sql, operation, wanted, reason, by, atOnce ? State.IN_FORCE : State.WAITING);
            if (atOnce) {
                puts(sql, operation, wanted, by);
            } else {
                audit.record(sql, "bank.bounds.asked", operation);
            }
            return changes.find(sql, id).orElseThrow();
        });
    }

    /** A person decides, and not the one who asked. */
    public BoundsChange decide(UUID id, boolean agreed, String reason, Actor by) {
        return database.inTransaction(sql -> {
            String operation = waiting(sql, id).operation();
            bounds.lock(sql, operation);
            BoundsChange asked = waiting(sql, id);
            if (by.kind() != Actor.Kind.STAFF || Objects.equals(by.id(), asked.askedBy())) {
                throw new ProblemException(ErrorCode.SECOND_PERSON_NEEDED);
            }
            if (agreed) {
                changes.decided(sql, id, State.IN_FORCE, by.name(), null);
                puts(sql, operation, asked.bounds(), by);
            } else {
                changes.decided(sql, id, State.REFUSED, by.name(), reason);
                audit.record(sql, "bank.bounds.refused", operation);
            }
            return changes.find(sql, id).orElseThrow();
        });
    }

    private BoundsChange waiting(Handle sql, UUID id) {
        BoundsChange change = changes.find(sql, id).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        if (change.state() != State.WAITING) {
            throw new ProblemException(ErrorCode.APPROVAL_DECIDED);
        }
        return change;
    }

    private void puts(Handle sql, String operation, Bounds now, Actor by) {
        bounds.put(sql, operation, now, by.name());
        audit.record(sql, "bank.bounds.changed", operation);
    }
}
