package io.openteller.platform.audit.internal;

import io.openteller.platform.audit.Audit;
import io.openteller.platform.audit.ChainState;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
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
        sql.execute("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "audit:" + tenant);
        Link last = sql.createQuery("SELECT number, hash FROM audit_event ORDER BY number DESC LIMIT 1")
                .map((row, context) -> new Link(row.getLong("number"), row.getBytes("hash")))
                .findOne()
                .orElse(new Link(0, AuditEvent.START));
        // PostgreSQL keeps microseconds: the hash must be over what is read back.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AuditEvent event = new AuditEvent(last.number() + 1, now, action, subject);
        sql.execute(
                "INSERT INTO audit_event (tenant_id, number, at, action, subject, hash) VALUES (?, ?, ?, ?, ?, ?)",
                tenant,
                event.number(),
                java.sql.Timestamp.from(now),
                action,
                subject,
                event.hashAfter(last.hash()));
    }

    @Override
    public ChainState verify() {
        List<Stored> chain = database.inTransaction(
                sql -> sql.createQuery("SELECT number, at, action, subject, hash FROM audit_event ORDER BY number")
                        .map((row, context) -> new Stored(
                                new AuditEvent(
                                        row.getLong("number"),
                                        row.getTimestamp("at").toInstant(),
                                        row.getString("action"),
                                        row.getString("subject")),
                                row.getBytes("hash")))
                        .list());
        byte[] before = AuditEvent.START;
        long expected = 1;
        for (Stored stored : chain) {
            boolean fits = stored.event().number() == expected
                    && Arrays.equals(stored.hash(), stored.event().hashAfter(before));
            if (!fits) {
                return new ChainState.Broken(stored.event().number());
            }
            before = stored.hash();
            expected++;
        }
        return new ChainState.Intact(chain.size());
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Link(long number, byte[] hash) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Stored(AuditEvent event, byte[] hash) {}
}
