package io.openteller.platform.banking.internal.reference;

import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How far the current bank's references were looked through. Times are the database's. */
@Singleton
class SweepSql {

    /** @param after the last conversation that was looked at; null at the beginning of a round */
    record Piece(@Nullable UUID after) {}

    /** Takes the lease of the next piece, if one is due and nobody has it. */
    Optional<Piece> claimed(Handle sql, Duration lease) {
        sql.createUpdate("INSERT INTO bank_reference_sweep (tenant_id) VALUES (:tenant) ON CONFLICT DO NOTHING")
                .bind("tenant", CurrentTenant.get().id())
                .execute();
        return sql.createQuery("""
                        UPDATE bank_reference_sweep SET lease_until = clock_timestamp() + make_interval(secs => :lease)
                        WHERE tenant_id = :tenant AND next_at <= clock_timestamp()
                            AND (lease_until IS NULL OR lease_until < clock_timestamp())
                        RETURNING after_conversation
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("lease", (double) lease.toSeconds())
                .map((row, context) -> new Piece(row.getObject("after_conversation", UUID.class)))
                .findOne();
    }

    /** @param after where to go on; null when the round is over, and the next one begins after {@code pause} */
    void done(Handle sql, @Nullable UUID after, Duration pause) {
        sql.createUpdate("UPDATE bank_reference_sweep SET lease_until = NULL, after_conversation = :after::uuid,"
                        + " next_at = clock_timestamp() + make_interval(secs => :pause) WHERE tenant_id = :tenant")
                .bind("tenant", CurrentTenant.get().id())
                .bindByType("after", after, UUID.class)
                .bind("pause", (double) pause.toSeconds())
                .execute();
    }

    /**
     * Conversations in which nothing was referred to for so long, in the order of their ids. Those with a call whose end is not
     * known are left out: whoever settles it may want it undone.
     */
    List<UUID> quiet(Handle sql, @Nullable UUID after, Duration kept, int most) {
        return sql.createQuery("""
                        SELECT conversation_id FROM bank_reference
                        WHERE tenant_id = :tenant AND (:after::uuid IS NULL OR conversation_id > :after::uuid)
                            AND NOT EXISTS (SELECT FROM bank_intent i WHERE i.tenant_id = bank_reference.tenant_id
                                AND i.conversation_id = bank_reference.conversation_id
                                AND (i.state IN ('CALLING', 'IN_DOUBT') OR i.attention IS NOT NULL AND i.settled_at IS NULL))
                        GROUP BY conversation_id
                        HAVING max(issued_at) < clock_timestamp() - make_interval(secs => :kept)
                        ORDER BY conversation_id LIMIT :most
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bindByType("after", after, UUID.class)
                .bind("kept", (double) kept.toSeconds())
                .bind("most", most)
                .mapTo(UUID.class)
                .list();
    }

    int forget(Handle sql, Collection<UUID> conversations) {
        sql.createUpdate("DELETE FROM bank_conversation_release"
                        + " WHERE tenant_id = :tenant AND conversation_id = ANY(:conversations)")
                .bind("tenant", CurrentTenant.get().id())
                .bindArray("conversations", UUID.class, conversations.toArray())
                .execute();
        return sql.createUpdate("DELETE FROM bank_reference WHERE tenant_id = :tenant AND conversation_id = ANY(:conversations)")
                .bind("tenant", CurrentTenant.get().id())
                .bindArray("conversations", UUID.class, conversations.toArray())
                .execute();
    }
}
