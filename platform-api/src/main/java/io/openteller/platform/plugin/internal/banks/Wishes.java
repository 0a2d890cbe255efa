package io.openteller.platform.plugin.internal.banks;

import io.openteller.packages.Difference;
import io.openteller.packages.Manifest;
import io.openteller.platform.plugin.internal.banks.Settings.Closed;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.FieldFault;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.UuidV7;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Does what is wished where it widens nothing that the bank approved, and asks for a second person where it does. */
@Singleton
class Wishes {

    private final Shelf shelf;
    private final InstallationSql rows;
    private final Settings settings;
    private final Applying applying;
    private final ApprovalSql approvals;
    private final TenantDatabase database;
    private final Clock clock;

    Wishes(
            Shelf shelf,
            InstallationSql rows,
            Settings settings,
            Applying applying,
            ApprovalSql approvals,
            TenantDatabase database,
            Clock clock) {
        this.shelf = shelf;
        this.rows = rows;
        this.settings = settings;
        this.applying = applying;
        this.approvals = approvals;
        this.database = database;
        this.clock = clock;
    }

    /** What came of it. */
    enum Granted {
        DONE,
        /** Somebody else has to approve first; nothing is changed yet. */
        ASKED
    }

    Granted make(String plugin, Wish wish, Wish.Who who) {
        return database.inTransaction(sql -> {
            Shelved there = target(plugin, wish.version());
            Kept before = rows.locked(there.id());
            Shelved target = wish.version() == null ? target(plugin, before.version()) : there;
            Map<String, Object> all = wish.settings() == null
                    ? settings.opened(plugin, before)
                    : settings.withKept(plugin, before, target.manifest(), given(target, before, wish.settings(), who));
            boolean on = Objects.requireNonNullElse(wish.enabled(), before.enabled());
            if (on || wish.settings() != null) {
                check(target, all);
            }
            Closed closed = settings.closed(plugin, target.schema(), all);
            Manifest reach = Reach.filled(target.manifest(), all);
            Kept after = before.withVersion(target.version())
                    .withSettings(closed.plain(), closed.sealed())
                    .switched(on);
            Set<String> trusted = settings.trusted(target.schema());
            Difference difference = Comparison.of(before, reach, closed, trusted);
            if (!on || !difference.widened()) {
                // What is changed while it is off is approved with switching it on: nothing of before counts then.
                Kept quiet = trusts(before, closed, trusted) ? after : after.approving(null);
                applying.apply(sql, plugin, before, on ? after.approving(reach) : quiet, wish.what(), who.actor().name());
                return Granted.DONE;
            }
            Approval asked = asked(target, wish, closed, reach, difference, before, who);
            approvals.supersede(plugin, clock.instant(), who.actor());
            approvals.add(asked);
            if (who.alone()) {
                approvals.decide(asked.id(), Approval.State.APPROVED, clock.instant(), who.actor(), null);
                applying.apply(sql, plugin, before, after.approving(reach), wish.what(), who.actor().name());
                return Granted.DONE;
            }
            applying.note(sql, "asked", plugin, target.version());
            return Granted.ASKED;
        });
    }

    private static boolean trusts(Kept before, Closed closed, Set<String> trusted) {
        return trusted.stream()
                .allMatch(name -> Objects.equals(before.settings().get(name), closed.plain().get(name)));
    }

    private Map<String, Object> given(Shelved target, Kept before, Map<String, Object> settings, Wish.Who who) {
        // Whoever sets a bank up puts in what it begins with.
        return who.alone() ? settings : this.settings.withPublished(target.schema(), before, settings);
    }

    private Approval asked(
            Shelved target,
            Wish wish,
            Closed closed,
            Manifest reach,
            Difference difference,
            Kept before,
            Wish.Who who) {
        return new Approval(
                UuidV7.next(),
                target.id(),
                target.version(),
                target.sha256(),
                wish.action(),
                Approval.State.PENDING,
                closed.plain(),
                closed.sealed(),
                reach,
                difference,
                before.revision(),
                who.actor().id(),
                who.actor().name(),
                clock.instant());
    }

    /** @param version null for the newest */
    Shelved target(String plugin, @Nullable String version) {
        List<Shelved> versions = shelf.versions(plugin);
        return versions.stream()
                .filter(one -> version == null || version.equals(one.version()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ErrorCode.NOT_FOUND, version == null ? null : "Version " + version + " is not installed"));
    }

    private void check(Shelved target, Map<String, Object> all) {
        List<FieldFault> faults = settings.faults(target.schema(), all);
        if (!faults.isEmpty()) {
            throw new ProblemException(ErrorCode.SETTINGS_INVALID, faults);
        }
    }
}
