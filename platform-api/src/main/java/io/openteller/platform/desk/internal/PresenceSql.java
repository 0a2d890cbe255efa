package io.openteller.platform.desk.internal;

import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Who is there. Somebody whose screen has not been heard of for a minute is not. */
@Singleton
class PresenceSql {

    private final TenantDatabase database;

    PresenceSql(TenantDatabase database) {
        this.database = database;
    }

    enum Presence {
        ONLINE,
        AWAY,
        OFFLINE
    }

    void set(UUID staff, Presence presence) {
        database.inTransaction(sql -> sql.execute(
                "INSERT INTO staff_presence (tenant_id, staff_id, presence, seen_at) VALUES (?, ?, ?, clock_timestamp())"
                        + " ON CONFLICT (tenant_id, staff_id) DO UPDATE SET presence = excluded.presence,"
                        + " seen_at = excluded.seen_at",
                CurrentTenant.get().id(),
                staff,
                presence.name()));
    }

    /** Their screen is open. Keeps what they chose; somebody who had gone is back. */
    void seen(UUID staff) {
        database.inTransaction(sql -> sql.execute(
                "INSERT INTO staff_presence (tenant_id, staff_id, presence, seen_at)"
                        + " VALUES (?, ?, 'ONLINE', clock_timestamp())"
                        + " ON CONFLICT (tenant_id, staff_id) DO UPDATE SET seen_at = excluded.seen_at",
                CurrentTenant.get().id(),
                staff));
    }

    Map<UUID, Presence> all() {
        Map<UUID, Presence> all = new HashMap<>();
        database.inTransaction(sql -> {
            sql.createQuery("SELECT staff_id, CASE WHEN seen_at < clock_timestamp() - interval '1 minute'"
                            + " THEN 'OFFLINE' ELSE presence END AS presence FROM staff_presence")
                    .map((row, context) -> all.put(
                            Objects.requireNonNull(row.getObject("staff_id", UUID.class)),
                            Presence.valueOf(row.getString("presence"))))
                    .list();
            return all;
        });
        return all;
    }
}
