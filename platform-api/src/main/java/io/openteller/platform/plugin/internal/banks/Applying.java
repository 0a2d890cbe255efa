package io.openteller.platform.plugin.internal.banks;

import io.openteller.platform.audit.Audit;
import io.openteller.platform.plugin.internal.calls.BankVersions;
import io.openteller.platform.plugin.internal.calls.Healths;
import io.openteller.platform.plugin.internal.calls.Quarantine;
import io.openteller.platform.release.Releases;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;

/** Puts a plugin's new state in force: stored, audited, released, and known to whoever calls it next. */
@Singleton
class Applying {

    private final InstallationSql rows;
    private final Quarantine quarantine;
    private final Healths healths;
    private final BankVersions banks;
    private final Releases releases;
    private final Audit audit;
    private final TenantDatabase database;

    Applying(
            InstallationSql rows,
            Quarantine quarantine,
            Healths healths,
            BankVersions banks,
            Releases releases,
            Audit audit,
            TenantDatabase database) {
        this.rows = rows;
        this.quarantine = quarantine;
        this.healths = healths;
        this.banks = banks;
        this.releases = releases;
        this.audit = audit;
        this.database = database;
    }

    /** Calls in flight end as they began. @param before as it was locked in this transaction */
    void apply(Handle sql, String plugin, Kept before, Kept after, String what, String by) {
        rows.put(plugin, after);
        quarantine.lift(plugin);
        releases.publish(by, "plugin:" + plugin, words(before), words(after) + " (" + what + ")");
        audit.record(sql, "plugin." + what, plugin);
        database.afterCommit(() -> {
            healths.forget(plugin);
            banks.forget();
        });
    }

    void note(Handle sql, String what, String plugin, String version) {
        audit.record(sql, "plugin." + what, plugin + "@" + version);
    }

    private static String words(Kept kept) {
        String state = kept.enabled() ? "enabled" : "disabled";
        return kept.version() == null ? state : state + ", version " + kept.version();
    }
}
