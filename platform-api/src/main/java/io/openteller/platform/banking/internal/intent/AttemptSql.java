package io.openteller.platform.banking.internal.intent;

import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.UuidV7;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What was tried to find out about a call. A call that was answered has nothing here. */
@Singleton
class AttemptSql {

    /** What was done. */
    enum What {
        /** The call itself, which was not answered. */
        CALLED,
        /** The bank was asked what became of it. */
        ASKED,
        /** A person wanted the bank asked now. */
        WANTED,
        /** A person said what they found, and somebody else has to look too. */
        FOUND,
        FINDING_REFUSED,
        SETTLED
    }

    /** @param came of it, in words; {@code by} null for the platform itself */
    record Attempt(Instant at, What what, String came, @Nullable String by) {}

    void record(Handle sql, String callId, What what, String came, @Nullable String by) {
        sql.createUpdate("INSERT INTO bank_attempt (tenant_id, id, call_id, what, came, by_name)"
                        + " VALUES (:tenant, :id, :call, :what, :came, :by)")
                .bind("tenant", CurrentTenant.get().id())
                .bind("id", UuidV7.next())
                .bind("call", callId)
                .bind("what", what.name())
                .bind("came", came)
                .bind("by", by)
                .execute();
    }

    /** The oldest first. */
    List<Attempt> of(Handle sql, String callId) {
        return sql.createQuery("SELECT at, what, came, by_name FROM bank_attempt"
                        + " WHERE tenant_id = :tenant AND call_id = :call ORDER BY at, id")
                .bind("tenant", CurrentTenant.get().id())
                .bind("call", callId)
                .map((row, context) -> new Attempt(
                        row.getTimestamp("at").toInstant(),
                        What.valueOf(row.getString("what")),
                        row.getString("came"),
                        row.getString("by_name")))
                .list();
    }
}
