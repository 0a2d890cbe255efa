package io.openteller.platform.channel.internal;

import io.openteller.platform.channel.Visitor;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.sql.Timestamp;

@Singleton
class TokenUseSql {

    private final TenantDatabase database;

    TokenUseSql(TenantDatabase database) {
        this.database = database;
    }

    /** @return false if this one was used before; two at the same time cannot both be first */
    boolean first(Visitor.Voucher voucher) {
        return database.inTransaction(sql -> sql.execute(
                        "INSERT INTO identity_token_use (tenant_id, jti, expires_at) VALUES (?, ?, ?)"
                                + " ON CONFLICT DO NOTHING",
                        CurrentTenant.get().id(),
                        voucher.id(),
                        Timestamp.from(voucher.until()))
                == 1);
    }
}
