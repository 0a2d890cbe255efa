package io.openteller.platform.banking.internal.supply;

import io.openteller.platform.release.Releases;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** In which release a conversation began to ask the bank by connectors: it finishes on that one's. */
@Singleton
class Pins {

    private final Releases releases;
    private final TenantDatabase database;

    Pins(Releases releases, TenantDatabase database) {
        this.releases = releases;
        this.database = database;
    }

    /** The first time it is the one in force. */
    long of(UUID conversation) {
        return database.inTransaction(sql -> {
            Optional<Long> pinned = find(sql, conversation);
            if (pinned.isPresent()) {
                return pinned.get();
            }
            sql.createUpdate("INSERT INTO bank_conversation_release (tenant_id, conversation_id, release)"
                            + " VALUES (:tenant, :conversation, :release) ON CONFLICT DO NOTHING")
                    .bind("tenant", CurrentTenant.get().id())
                    .bind("conversation", conversation)
                    .bind("release", releases.current())
                    .execute();
            return find(sql, conversation).orElseThrow();
        });
    }

    long now() {
        return releases.current();
    }

    private static Optional<Long> find(Handle sql, UUID conversation) {
        return sql.createQuery("SELECT release FROM bank_conversation_release"
                        + " WHERE tenant_id = :tenant AND conversation_id = :conversation")
                .bind("tenant", CurrentTenant.get().id())
                .bind("conversation", conversation)
                .mapTo(Long.class)
                .findOne();
    }
}
