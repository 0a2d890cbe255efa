package io.openteller.platform.plugin.internal.banks;

import io.openteller.packages.Difference;
import io.openteller.packages.Manifest;
import io.openteller.platform.audit.Actor;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.identity.Staff;
import io.openteller.platform.plugin.internal.banks.Approval.State;
import io.openteller.platform.plugin.internal.banks.Settings.Closed;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Approves or rejects what somebody else asked for: exactly that, as it was shown. */
@Singleton
class SecondPerson {

    private final ApprovalSql approvals;
    private final InstallationSql rows;
    private final Shelf shelf;
    private final Settings settings;
    private final Applying applying;
    private final Staff staff;
    private final TenantDatabase database;
    private final Clock clock;

    SecondPerson(
            ApprovalSql approvals,
            InstallationSql rows,
            Shelf shelf,
            Settings settings,
            Applying applying,
            Staff staff,
            TenantDatabase database,
            Clock clock) {
        this.approvals = approvals;
        this.rows = rows;
        this.shelf = shelf;
        this.settings = settings;
        this.applying = applying;
        this.staff = staff;
        this.database = database;
        this.clock = clock;
    }

    /** By plugin. */
    Map<String, Approval> pending() {
        return approvals.pending();
    }

    /** @return the plugin that it was about */
    String approve(UUID id, Actor by) {
        Decided decided = decide(id, by, null, true);
        if (decided.outdated() != null) {
            throw new ProblemException(ErrorCode.APPROVAL_OUTDATED, decided.outdated());
        }
        return decided.plugin();
    }

    String reject(UUID id, @Nullable String reason, Actor by) {
        return decide(id, by, reason, false).plugin();
    }

    /** Whether anybody could decide on it: people of the bank alone, other than who asked. */
    boolean hasAnother(Approval asked) {
        return staff.active().stream()
                .anyMatch(one -> one.permissions().contains(Permission.PLUGIN_WRITE)
                        && !one.id().equals(asked.askedBy()));
    }

    private record Decided(String plugin, @Nullable String outdated) {}

    /** That something is outdated is kept, so it is no exception until it is. */
    private Decided decide(UUID id, Actor by, @Nullable String reason, boolean approved) {
        return database.inTransaction(sql -> {
            String plugin = approvals.find(id)
                    .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND))
                    .plugin();
            Kept before = rows.locked(plugin);
            Approval asked = approvals.find(id).orElseThrow();
            if (asked.state() != State.PENDING) {
                throw new ProblemException(ErrorCode.APPROVAL_DECIDED);
            }
            checkAnother(asked, by);
            if (!approved) {
                return closed(sql, asked, State.REJECTED, by, reason, null);
            }
            String outdated = outdated(asked, before);
            return outdated == null
                    ? applied(sql, asked, before, by)
                    : closed(sql, asked, State.OUTDATED, by, outdated, outdated);
        });
    }

    private void checkAnother(Approval asked, Actor by) {
        boolean operator = by.kind() == Actor.Kind.OPERATOR;
        if (by.kind() != Actor.Kind.STAFF && !operator) {
            throw new ProblemException(ErrorCode.SECOND_PERSON_NEEDED, "A person has to decide, not a program");
        }
        if (by.id() != null && by.id().equals(asked.askedBy())) {
            throw new ProblemException(
                    ErrorCode.SECOND_PERSON_NEEDED, "You asked for this yourself; a colleague has to decide");
        }
        if (operator && hasAnother(asked)) {
            throw new ProblemException(
                    ErrorCode.SECOND_PERSON_NEEDED, "The bank has somebody who can decide; the operator does not step in");
        }
    }

    private Decided applied(Handle sql, Approval asked, Kept before, Actor by) {
        boolean on = asked.action() == Approval.Action.ENABLE || before.enabled();
        Kept after = before.withVersion(asked.version())
                .withSettings(asked.settings(), asked.sealed())
                .switched(on)
                .approving(asked.reach());
        approvals.decide(asked.id(), State.APPROVED, clock.instant(), by, null);
        applying.note(sql, "approved", asked.plugin(), asked.version());
        String what = asked.action() == Approval.Action.ENABLE
                ? "enabled"
                : asked.action() == Approval.Action.VERSION ? "version" : "settings";
        applying.apply(
                sql, asked.plugin(), before, after, what, asked.askedName() + ", approved by " + by.name());
        return new Decided(asked.plugin(), null);
    }

    private Decided closed(
            Handle sql, Approval asked, State state, Actor by, @Nullable String reason, @Nullable String outdated) {
        approvals.decide(asked.id(), state, clock.instant(), by, reason);
        applying.note(sql, state == State.REJECTED ? "rejected" : "outdated", asked.plugin(), asked.version());
        return new Decided(asked.plugin(), outdated);
    }

    /** What is not as it was shown; null when everything is. */
    private @Nullable String outdated(Approval asked, Kept before) {
        Optional<Shelved> there = shelf.find(asked.plugin(), asked.version());
        if (there.isEmpty()) {
            return "Version " + asked.version() + " is not installed any more";
        }
        if (!there.get().sha256().equals(asked.sha256())) {
            return "The package of version " + asked.version() + " is another one now";
        }
        if (before.revision() != asked.baseRevision()) {
            return "The plugin's settings, version or state changed since";
        }
        Manifest reach = Reach.filled(
                there.get().manifest(), settings.opened(asked.plugin(), asked.settings(), asked.sealed()));
        Difference now = Comparison.of(before, reach, new Closed(asked.settings(), asked.sealed()), settings.trusted(there.get().schema()));
        return now.equals(asked.difference()) ? null : "The difference is not the one that was shown";
    }
}
