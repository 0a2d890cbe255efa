package io.openteller.platform.plugin.internal.packages;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.List;

/** The banks that have a plugin switched on: they are told what happens to it, in their own record. */
@Singleton
class BankUses {

    private static final Actor OPERATOR = new Actor(Actor.Kind.OPERATOR, null, "operator");

    private final Tenants tenants;
    private final TenantDatabase database;
    private final Audit audit;

    BankUses(Tenants tenants, TenantDatabase database, Audit audit) {
        this.tenants = tenants;
        this.database = database;
        this.audit = audit;
    }

    List<Tenant> of(String plugin) {
        return tenants.all().stream()
                .filter(bank -> CurrentTenant.call(bank, () -> enabled(plugin)))
                .toList();
    }

    /** Whether a bank has this version switched on. @param newest that is what a bank has that chose none */
    boolean any(String plugin, String version, boolean newest) {
        return tenants.all().stream()
                .anyMatch(bank -> CurrentTenant.call(bank, () -> database.inTransaction(sql -> sql.createQuery(
                                "SELECT count(*) FROM plugin_installation WHERE plugin_id = ? AND enabled"
                                        + " AND (version = ? OR version IS NULL AND ?)")
                        .bind(0, plugin)
                        .bind(1, version)
                        .bind(2, newest)
                        .mapTo(Long.class)
                        .one()
                        > 0)));
    }

    /** @param action such as plugin.installed */
    void tell(String plugin, String version, String action) {
        for (Tenant bank : of(plugin)) {
            CurrentTenant.call(
                    bank,
                    () -> CurrentActor.call(OPERATOR, () -> database.inTransaction(sql -> {
                        audit.record(sql, action, plugin + "@" + version);
                        return bank;
                    })));
        }
    }

    private boolean enabled(String plugin) {
        return database.inTransaction(sql -> sql.createQuery(
                        "SELECT enabled FROM plugin_installation WHERE plugin_id = ?")
                .bind(0, plugin)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
    }
}
