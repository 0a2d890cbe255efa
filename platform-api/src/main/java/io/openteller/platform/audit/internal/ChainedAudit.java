package io.openteller.platform.audit.internal;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.audit.AuditEntry;
import io.openteller.platform.audit.ChainState;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

@Singleton
class ChainedAudit implements Audit {

    private final TenantDatabase database;
    private final Clock clock;

    ChainedAudit(TenantDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void record(Handle sql, String action, String subject) {
        UUID tenant = CurrentTenant.get().id();
        // One writer per chain until commit; readers are not held up.
        Link last = sql.createQuery("SELECT number, hash FROM audit_last_link(?)")
                .bind(0, "audit:" + tenant)
                .map((row, context) -> new Link(row.getLong("number"), row.getBytes("hash")))
                .findOne()
                .orElse(new Link(0, AuditEvent.START));
        // PostgreSQL keeps microseconds: the hash must be over what is read back.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Actor actor = CurrentActor.get();
        AuditEvent event = new AuditEvent(last.number() + 1, now, actor, action, subject);
        sql.execute(
                "INSERT INTO audit_event (tenant_id, number, at, hash_form, actor_kind, actor_id, actor_name, action,"
                        + " subject, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenant,
                event.number(),
                java.sql.Timestamp.from(now),
                event.form(),
                actor.kind().name(),
                actor.id(),
                actor.name(),
                action,
                subject,
                event.hashAfter(last.hash()));
    }

    @Override
    public List<AuditEntry> page(long before, String action, int limit) {
        return database.inTransaction(sql -> sql.createQuery(AuditRow.SELECT + """
                        WHERE number < :before AND (:action = '' OR action = :action
                            OR starts_with(action, :action || '.'))
                        ORDER BY number DESC LIMIT :limit
                        """)
                .bind("before", before)
                .bind("action", action)
                .bind("limit", limit)
                .map((row, context) -> AuditRow.of(row).entry())
                .list());
    }

    @Override
    public ChainState verify() {
        List<AuditRow> chain = database.inTransaction(sql -> sql.createQuery(AuditRow.SELECT + "ORDER BY number")
                .map((row, context) -> AuditRow.of(row))
                .list());
        byte[] before = AuditEvent.START;
        long expected = 1;
        for (AuditRow row : chain) {
            if (!row.follows(before, expected)) {
                return new ChainState.Broken(row.event().number());
            }
            before = row.hash();
            expected++;
        }
        return new ChainState.Intact(chain.size());
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Link(long number, byte[] hash) {}
}
