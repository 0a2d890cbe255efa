package io.openteller.platform.channel.internal;

import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;

@Singleton
class TokenUseSql {

    private final TenantDatabase database;

    TokenUseSql(TenantDatabase database) {
        this.database = database;
    }

    /** @return false if a token with this id was used before; two at the same time cannot both be first */
    boolean first(String jti, Instant expires) {
        return database.inTransaction(sql -> {
            sql.execute("DELETE FROM identity_token_use WHERE expires_at < clock_timestamp() - interval '1 minute'");
            return sql.execute(
                            "INSERT INTO identity_token_use (tenant_id, jti, expires_at) VALUES (?, ?, ?)"
                                    + " ON CONFLICT DO NOTHING",
                            CurrentTenant.get().id(),
                            jti,
                            Timestamp.from(expires))
                    == 1;
        });
    }
}
