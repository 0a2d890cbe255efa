package io.openteller.platform.conversation.internal;

import io.openteller.platform.conversation.Backlog;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.Duration;

@Singleton
class StoredBacklog implements Backlog {

    /** A turn behind another one of its conversation does not wait for a worker, but for that one. */
    private static final String TURNS = """
            SELECT count(*) AS waiting, coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0) AS oldest
            FROM (SELECT t.created_at FROM turn t
                WHERE (t.status = 'PENDING' OR (t.status = 'RUNNING' AND t.lease_until < clock_timestamp()))
                  AND NOT EXISTS (
                    SELECT FROM turn earlier WHERE earlier.conversation_id = t.conversation_id
                      AND earlier.status <> 'DONE'
                      AND (earlier.request_seq, earlier.id) < (t.request_seq, t.id))
                ORDER BY t.created_at LIMIT 5000) waiting
            """;

    private static final String CHANGES = """
            SELECT count(*) AS waiting, coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0) AS oldest
            FROM outbox
            """;

    private final TenantDatabase database;

    StoredBacklog(TenantDatabase database) {
        this.database = database;
    }

    @Override
    public Waiting turns() {
        return counted(TURNS);
    }

    @Override
    public Waiting changes() {
        return counted(CHANGES);
    }

    private Waiting counted(String query) {
        return database.inTransaction(sql -> sql.createQuery(query)
                .map((row, context) -> new Waiting(
                        row.getLong("waiting"), Duration.ofMillis(Math.max(0, (long) (row.getDouble("oldest") * 1000)))))
                .one());
    }
}
