package io.openteller.platform.identity.internal;

import io.openteller.platform.audit.Audit;
import io.openteller.platform.identity.CurrentStaff.Actor;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.UuidV7;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keys for programs of the current bank. */
@Singleton
class ApiKeys {

    private final TenantDatabase database;
    private final Audit audit;

    ApiKeys(TenantDatabase database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    String issue(String name, Set<Permission> permissions) {
        String key = "otk_" + CurrentTenant.get().slug().value() + "_" + Secrets.random();
        database.inTransaction(sql -> {
            sql.createUpdate("""
                            INSERT INTO api_key (tenant_id, id, key_hash, name, permissions)
                            VALUES (:tenant, :id, :hash, :name, :permissions)
                            ON CONFLICT (tenant_id, name) DO UPDATE SET key_hash = excluded.key_hash,
                                permissions = excluded.permissions, created_at = clock_timestamp()
                            """)
                    .bind("tenant", CurrentTenant.get().id())
                    .bind("id", UuidV7.next())
                    .bind("hash", Secrets.hash(key))
                    .bind("name", name)
                    .bindArray(
                            "permissions",
                            String.class,
                            permissions.stream().map(Permission::name).sorted().toList())
                    .execute();
            audit.record(sql, "api-key.issued", name);
            return key;
        });
        return key;
    }

    Optional<Actor> find(String key) {
        return database.inTransaction(sql -> sql.createQuery("SELECT id, name, permissions FROM api_key WHERE key_hash = ?")
                .bind(0, Secrets.hash(key))
                .map((row, context) -> {
                    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
                    for (String permission : (String[]) row.getArray("permissions").getArray()) {
                        permissions.add(Permission.valueOf(permission));
                    }
                    return new Actor(
                            Objects.requireNonNull(row.getObject("id", UUID.class)),
                            "key " + row.getString("name"),
                            permissions);
                })
                .findOne());
    }
}
