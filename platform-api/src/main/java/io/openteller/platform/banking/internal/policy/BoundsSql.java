package io.openteller.platform.banking.internal.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

@Singleton
public class BoundsSql {

    private static final JsonMapper JSON = new JsonMapper();

    public Bounds of(Handle sql, String operation) {
        return sql.createQuery("SELECT bounds::text FROM bank_bounds WHERE tenant_id = :tenant AND operation = :operation")
                .bind("tenant", CurrentTenant.get().id())
                .bind("operation", operation)
                .mapTo(String.class)
                .findOne()
                .map(BoundsSql::read)
                .orElse(Bounds.NONE);
    }

    /** By operation; those without are left out. */
    public Map<String, Bounds> all(Handle sql) {
        Map<String, Bounds> all = new TreeMap<>();
        sql.createQuery("SELECT operation, bounds::text AS bounds FROM bank_bounds WHERE tenant_id = :tenant")
                .bind("tenant", CurrentTenant.get().id())
                .map((row, context) -> Map.entry(row.getString("operation"), read(row.getString("bounds"))))
                .forEach(one -> all.put(one.getKey(), one.getValue()));
        return all;
    }

    /** Also where there are none yet, whoever else changes them waits. */
    void lock(Handle sql, String operation) {
        sql.createQuery("SELECT pg_advisory_xact_lock(hashtextextended('bank bounds ' || :tenant || ' ' || :operation, 0))::text")
                .bind("tenant", CurrentTenant.get().id().toString())
                .bind("operation", operation)
                .mapTo(String.class)
                .one();
    }

    void put(Handle sql, String operation, Bounds bounds, String by) {
        sql.createUpdate("""
                        INSERT INTO bank_bounds (tenant_id, operation, bounds, changed_by)
                        VALUES (:tenant, :operation, :bounds::jsonb, :by)
                        ON CONFLICT (tenant_id, operation) DO UPDATE
                            SET bounds = excluded.bounds, changed_by = excluded.changed_by, changed_at = clock_timestamp()
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("operation", operation)
                .bind("bounds", written(bounds))
                .bind("by", by)
                .execute();
    }

    static Bounds read(String json) {
        try {
            return JSON.readValue(json, Bounds.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static String written(Bounds bounds) {
        try {
            return JSON.writeValueAsString(bounds);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
