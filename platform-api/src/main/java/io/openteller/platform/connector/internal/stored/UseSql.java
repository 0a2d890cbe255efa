package io.openteller.platform.connector.internal.stored;

import io.openteller.platform.connector.BankConnectors.Published;
import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Which connectors are in use. Where it was never said, it is the one that the plugin ran on. */
@Singleton
class UseSql {

    boolean any(Handle sql) {
        return sql.createQuery("SELECT EXISTS (SELECT FROM connector_version WHERE tenant_id = :tenant)")
                .bind("tenant", CurrentTenant.get().id())
                .mapTo(Boolean.class)
                .one();
    }

    /** @param ran the name of what the plugin ran on, or empty */
    List<Published> at(Handle sql, long release, String ran) {
        return sql.createQuery("""
                        SELECT DISTINCT ON (v.id) v.id, v.number,
                            ARRAY(SELECT json_object_keys(v.definition -> 'operations')) AS operations
                        FROM connector_version v JOIN connector c ON c.tenant_id = v.tenant_id AND c.id = v.id
                        WHERE v.tenant_id = :tenant AND v.release <= :release AND coalesce(c.in_use, c.id = :ran)
                        ORDER BY v.id, v.number DESC
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("release", release)
                .bind("ran", ran)
                .map((row, context) -> new Published(
                        row.getString("id"),
                        row.getInt("number"),
                        Set.of((String[]) row.getArray("operations").getArray())))
                .list();
    }

    void put(Handle sql, String id, boolean inUse) {
        sql.createUpdate("UPDATE connector SET in_use = :use WHERE tenant_id = :tenant AND id = :id")
                .bind("tenant", CurrentTenant.get().id())
                .bind("id", id)
                .bind("use", inUse)
                .execute();
    }
}
