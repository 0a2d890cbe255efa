package io.openteller.platform.channel.internal;

import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

@Singleton
class SessionSql {

    private final TenantDatabase database;

    SessionSql(TenantDatabase database) {
        this.database = database;
    }

    void insert(byte[] hash, UUID conversation, String origin, Duration holds) {
        database.inTransaction(sql -> sql.execute(
                "INSERT INTO widget_session (tenant_id, token_hash, conversation_id, origin, expires_at)"
                        + " VALUES (?, ?, ?, ?, clock_timestamp() + make_interval(secs => ?))",
                CurrentTenant.get().id(),
                hash,
                conversation,
                origin,
                holds.toSeconds()));
    }

    Optional<UUID> conversation(byte[] hash, String origin) {
        return database.inTransaction(sql -> sql.createQuery("SELECT conversation_id FROM widget_session"
                        + " WHERE token_hash = ? AND origin = ? AND expires_at > clock_timestamp()")
                .bind(0, hash)
                .bind(1, origin)
                .mapTo(UUID.class)
                .findOne());
    }
}
