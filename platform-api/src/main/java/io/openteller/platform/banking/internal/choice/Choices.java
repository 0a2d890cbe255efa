package io.openteller.platform.banking.internal.choice;

import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec;
import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.banking.internal.choice.ChoiceChange.State;
import io.openteller.platform.banking.internal.supply.Suppliers;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.release.Releases;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Choosing who supplies what: one person wants it, another one agrees, and it is part of the next release. Whoever supplies an
 * operation is sent what customers say and do, so no choice comes in force by one person alone.
 */
@Singleton
public class Choices {

    private final ChoiceSql choices;
    private final ChoiceChangeSql changes;
    private final KnownChoices known;
    private final Suppliers suppliers;
    private final Releases releases;
    private final TenantDatabase database;
    private final Audit audit;

    Choices(
            ChoiceSql choices,
            ChoiceChangeSql changes,
            KnownChoices known,
            Suppliers suppliers,
            Releases releases,
            TenantDatabase database,
            Audit audit) {
        this.choices = choices;
        this.changes = changes;
        this.known = known;
        this.suppliers = suppliers;
        this.releases = releases;
        this.database = database;
        this.audit = audit;
    }

    /** Suppliers by scope. */
    public Map<String, String> inForce() {
        return database.inTransaction(choices::all);
    }

    /** What waits first, then the latest first. */
    public List<ChoiceChange> changes() {
        return database.inTransaction(changes::list);
    }

    /**
     * Takes the place of what somebody else wanted there and nobody decided on.
     *
     * @param scope an operation or a domain
     * @param supplier null to choose nobody
     */
    public ChoiceChange want(String scope, @Nullable String supplier, String reason, Actor by) {
        List<OperationSpec> operations = operations(scope);
        if (operations.isEmpty()) {
            throw new ProblemException(ErrorCode.NOT_FOUND);
        }
        insistOnSupply(operations, scope, supplier);
        return database.inTransaction(sql -> {
            choices.lock(sql, scope);
            String before = choices.at(sql, scope).orElse(null);
            if (Objects.equals(before, supplier)) {
                throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "That is what holds already");
            }
            changes.overtaken(sql, scope);
            UUID id = changes.add(sql, scope, supplier, before, reason, by);
            audit.record(sql, "bank.supplier.asked", subject(scope, supplier));
            return changes.find(sql, id).orElseThrow();
        });
    }

    /** A person decides, and not the one who asked. From the next call on it holds. */
    public ChoiceChange decide(UUID id, boolean agreed, String reason, Actor by) {
        ChoiceChange seen = database.inTransaction(sql -> waiting(sql, id));
        if (agreed) {
            // A plugin is not asked within a transaction; what it supplies may change at any time after this, too.
            insistOnSupply(operations(seen.scope()), seen.scope(), seen.supplier());
        }
        return database.inTransaction(sql -> {
            choices.lock(sql, seen.scope());
            ChoiceChange asked = waiting(sql, id);
            if (by.kind() != Actor.Kind.STAFF || Objects.equals(by.id(), asked.askedBy())) {
                throw new ProblemException(ErrorCode.SECOND_PERSON_NEEDED);
            }
            if (agreed) {
                changes.decided(sql, id, by, null, inForce(sql, asked, by));
            } else {
                changes.decided(sql, id, by, reason, null);
                audit.record(sql, "bank.supplier.refused", subject(asked.scope(), asked.supplier()));
            }
            return changes.find(sql, id).orElseThrow();
        });
    }

    /** @return the release that it is part of */
    private long inForce(Handle sql, ChoiceChange asked, Actor by) {
        String agreed = asked.askedName() + ", approved by " + by.name();
        String supplier = asked.supplier();
        long release = releases.publish(agreed, "supplier:" + asked.scope(), asked.before(), supplier);
        if (supplier == null) {
            choices.remove(sql, asked.scope());
        } else {
            choices.put(sql, asked.scope(), supplier, release, agreed);
        }
        audit.record(sql, "bank.supplier.changed", subject(asked.scope(), supplier));
        database.afterCommit(known::forget);
        return release;
    }

    private ChoiceChange waiting(Handle sql, UUID id) {
        ChoiceChange change = changes.find(sql, id).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        if (change.state() != State.WAITING) {
            throw new ProblemException(ErrorCode.APPROVAL_DECIDED);
        }
        return change;
    }

    private void insistOnSupply(List<OperationSpec> operations, String scope, @Nullable String supplier) {
        if (supplier != null && operations.stream().noneMatch(spec -> suppliers.of(spec).named(supplier).isPresent())) {
            throw new ProblemException(
                    ErrorCode.MALFORMED_REQUEST, "None of this bank’s plugins is " + supplier + " and supplies " + scope);
        }
    }

    private static List<OperationSpec> operations(String scope) {
        return Catalogue.standard().all().stream()
                .filter(spec -> spec.name().toString().equals(scope) || spec.name().domain().equals(scope))
                .toList();
    }

    private static String subject(String scope, @Nullable String supplier) {
        return scope + (supplier == null ? " by nobody in particular" : " by " + supplier);
    }
}
