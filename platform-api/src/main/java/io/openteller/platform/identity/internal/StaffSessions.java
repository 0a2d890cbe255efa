package io.openteller.platform.identity.internal;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.identity.StaffMember;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Sessions of the current bank's staff: end after a working day, or when left alone for long. */
@Singleton
class StaffSessions {

    static final Duration LONGEST = Duration.ofHours(10);
    private static final Duration IDLE = Duration.ofHours(2);

    private final TenantDatabase database;
    private final Audit audit;

    StaffSessions(TenantDatabase database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** @return the secret of the session */
    String start(StaffMember member) {
        String secret = Secrets.random();
        database.inTransaction(sql -> {
            sql.execute("DELETE FROM staff_session WHERE expires_at < clock_timestamp()");
            sql.execute(
                    "INSERT INTO staff_session (tenant_id, token_hash, staff_id, expires_at)"
                            + " VALUES (?, ?, ?, clock_timestamp() + make_interval(secs => ?))",
                    CurrentTenant.get().id(),
                    Secrets.hash(secret),
                    member.id(),
                    LONGEST.toSeconds());
            audit.record(sql, "staff.signed-in", member.id().toString());
            return secret;
        });
        return secret;
    }

    Optional<StaffMember> member(String secret) {
        byte[] hash = Secrets.hash(secret);
        return database.inTransaction(sql -> {
            Optional<StaffMember> member = sql.createQuery("""
                            SELECT s.* FROM staff_session o JOIN staff s ON s.id = o.staff_id
                            WHERE o.token_hash = :hash AND o.expires_at > clock_timestamp() AND s.active
                              AND o.used_at > clock_timestamp() - make_interval(secs => :idle)
                            """)
                    .bind("hash", hash)
                    .bind("idle", IDLE.toSeconds())
                    .map((row, context) -> StaffSql.member(row))
                    .findOne();
            // Once a minute is exact enough for idleness and keeps reading from becoming writing.
            member.ifPresent(found -> sql.execute(
                    "UPDATE staff_session SET used_at = clock_timestamp() WHERE token_hash = ?"
                            + " AND used_at < clock_timestamp() - interval '1 minute'",
                    (Object) hash));
            return member;
        });
    }

    /** Nothing happens if there is no such session. */
    void end(String secret) {
        Optional<StaffMember> member = member(secret);
        Actor actor = member.map(found -> new Actor(Actor.Kind.STAFF, found.id(), found.name()))
                .orElse(Actor.SYSTEM);
        CurrentActor.call(actor, () -> database.inTransaction(sql -> {
            sql.execute("DELETE FROM staff_session WHERE token_hash = ?", (Object) Secrets.hash(secret));
            member.ifPresent(found -> audit.record(sql, "staff.signed-out", found.id().toString()));
            return secret;
        }));
    }
}
