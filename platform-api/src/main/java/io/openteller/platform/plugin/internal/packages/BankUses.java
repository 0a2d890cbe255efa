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
