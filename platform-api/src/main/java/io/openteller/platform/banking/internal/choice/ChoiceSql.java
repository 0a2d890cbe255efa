package io.openteller.platform.banking.internal.choice;

import io.openteller.operations.OperationName;
import io.openteller.platform.banking.internal.supply.Choice;
import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What the current bank chose and what holds. */
@Singleton
public class ChoiceSql {

    public Optional<Choice> of(Handle sql, OperationName operation) {
        return Choice.among(all(sql), operation);
    }

    /** By scope. */
    Map<String, String> all(Handle sql) {
        Map<String, String> all = new TreeMap<>();
        sql.createQuery("SELECT scope, plugin FROM bank_supplier WHERE tenant_id = :tenant")
                .bind("tenant", CurrentTenant.get().id())
                .map((row, context) -> Map.entry(row.getString("scope"), row.getString("plugin")))
                .forEach(one -> all.put(one.getKey(), one.getValue()));
        return all;
    }

    Optional<String> at(Handle sql, String scope) {
        return sql.createQuery("SELECT plugin FROM bank_supplier WHERE tenant_id = :tenant AND scope = :scope")
                .bind("tenant", CurrentTenant.get().id())
                .bind("scope", scope)
                .mapTo(String.class)
                .findOne();
    }

    /** Also where nothing is chosen yet, whoever else changes it waits. */
    void lock(Handle sql, String scope) {
        sql.createQuery("SELECT pg_advisory_xact_lock(hashtextextended('bank supplier ' || :tenant || ' ' || :scope, 0))::text")
                .bind("tenant", CurrentTenant.get().id().toString())
                .bind("scope", scope)
                .mapTo(String.class)
                .one();
    }

    void put(Handle sql, String scope, String plugin, long release, String by) {
        sql.createUpdate("""
                        INSERT INTO bank_supplier (tenant_id, scope, plugin, release, changed_by)
                        VALUES (:tenant, :scope, :plugin, :release, :by)
                        ON CONFLICT (tenant_id, scope) DO UPDATE SET plugin = excluded.plugin, release = excluded.release,
                            changed_by = excluded.changed_by, changed_at = clock_timestamp()
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("scope", scope)
                .bind("plugin", plugin)
                .bind("release", release)
                .bind("by", by)
                .execute();
    }

    void remove(Handle sql, String scope) {
        sql.createUpdate("DELETE FROM bank_supplier WHERE tenant_id = :tenant AND scope = :scope")
                .bind("tenant", CurrentTenant.get().id())
                .bind("scope", scope)
                .execute();
    }
}
