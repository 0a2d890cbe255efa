package io.openteller.platform.plugin.internal.banks;

import io.openteller.packages.Difference;
import io.openteller.packages.Manifest;
import io.openteller.platform.plugin.Installations.Check;
import io.openteller.platform.plugin.internal.calls.Checks;
import io.openteller.platform.plugin.internal.calls.Healths;
import io.openteller.platform.plugin.internal.calls.InForce;
import io.openteller.platform.plugin.internal.calls.Quarantined;
import io.openteller.platform.plugin.internal.calls.QuarantineSql;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.FieldFault;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the current bank has of plugins, and whether it works. */
@Singleton
class BankPlugins {

    private final Shelf shelf;
    private final InstallationSql rows;
    private final Settings settings;
    private final SecondPerson second;
    private final QuarantineSql quarantine;
    private final Healths healths;
    private final Checks checks;
    private final TenantDatabase database;

    BankPlugins(
            Shelf shelf,
            InstallationSql rows,
            Settings settings,
            SecondPerson second,
            QuarantineSql quarantine,
            Healths healths,
            Checks checks,
            TenantDatabase database) {
        this.shelf = shelf;
        this.rows = rows;
        this.settings = settings;
        this.second = second;
        this.quarantine = quarantine;
        this.healths = healths;
        this.checks = checks;
        this.database = database;
    }

    List<BankPlugin> list() {
        List<String> ids = shelf.all().stream().map(Shelved::id).distinct().sorted().toList();
        return database.inTransaction(sql -> {
            Map<String, Kept> kept = rows.all();
            Map<String, Quarantined> held = quarantine.now();
            Map<String, Approval> pending = second.pending();
            return ids.stream()
                    .map(id -> plugin(id, kept.getOrDefault(id, Kept.NONE), held.get(id), pending.get(id)))
                    .toList();
        });
    }

    BankPlugin get(String id) {
        return list().stream()
                .filter(one -> one.chosen().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }

    Map<String, String> refused() {
        return shelf.refused();
    }

    /** A version that was taken away is still the bank's: it is shown the newest then, and calls nothing. */
    private BankPlugin plugin(String id, Kept kept, @Nullable Quarantined held, @Nullable Approval pending) {
        List<Shelved> versions = shelf.versions(id);
        Shelved chosen = versions.stream()
                .filter(one -> one.version().equals(kept.version()))
                .findFirst()
                .orElse(versions.getFirst());
        boolean nobody = pending != null && !second.hasAnother(pending);
        return new BankPlugin(chosen, versions, kept, healths.of(id), held, trouble(chosen, kept), pending, nobody);
    }

    private @Nullable String trouble(Shelved chosen, Kept kept) {
        if (!kept.enabled()) {
            return null;
        }
        if (kept.version() != null && !kept.version().equals(chosen.version())) {
            return "Version " + kept.version() + " is not installed any more; choose another";
        }
        Manifest reach = Reach.filled(chosen.manifest(), settings.opened(chosen.id(), kept));
        return kept.approved() != null && Comparison.of(kept.approved(), reach).widened()
                ? "This package could do more than this bank approved; enable it again to have that approved"
                : null;
    }

    /** From what the bank approved to what that version would be under its settings. */
    Difference difference(String id, String version) {
        Shelved target =
                shelf.find(id, version).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        Kept kept = rows.find(id);
        return Comparison.of(kept.approved(), Reach.filled(target.manifest(), settings.opened(id, kept)));
    }

    /** @param given to try in place of the kept ones; null for those */
    Check check(String id, @Nullable Map<String, Object> given) {
        Shelved target = get(id).chosen();
        Kept kept = rows.find(id);
        Map<String, Object> all = given == null
                ? settings.opened(id, kept)
                : settings.withKept(
                        id, kept, target.manifest(), settings.withPublished(target.schema(), kept, given));
        List<FieldFault> faults = settings.faults(target.schema(), all);
        if (!faults.isEmpty()) {
            return new Check(
                    false,
                    0,
                    faults.stream()
                            .map(fault -> fault.field() + ": " + fault.message())
                            .collect(Collectors.joining("; ")));
        }
        InForce tried = KnownVersions.of(target.manifest(), kept, all, null);
        return given == null ? checks.kept(tried) : checks.tried(tried);
    }
}
