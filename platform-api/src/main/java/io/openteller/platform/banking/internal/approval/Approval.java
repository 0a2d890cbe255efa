package io.openteller.platform.banking.internal.approval;

import io.openteller.platform.banking.Ruling.Card;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param reason why somebody must agree
 * @param words what the procedure says to them; empty if it says nothing
 */
record Approval(
        UUID id,
        String callId,
        String operation,
        String customer,
        UUID conversation,
        String reason,
        String words,
        Card card,
        Instant askedAt,
        @Nullable UUID askedBy,
        Instant expiresAt,
        State state,
        @Nullable Instant decidedAt,
        @Nullable UUID decidedBy,
        @Nullable String decidedName,
        @Nullable String decidedReason) {

    /** Where it stands. */
    public enum State {
        OPEN,
        AGREED,
        DECLINED,
        EXPIRED
    }

    static Approval of(ResultSet row) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        Instant expires = row.getTimestamp("expires_at").toInstant();
        return new Approval(
                row.getObject("id", UUID.class),
                row.getString("call_id"),
                row.getString("operation"),
                row.getString("customer_ref"),
                row.getObject("conversation_id", UUID.class),
                row.getString("reason"),
                row.getString("words"),
                Cards.read(row.getString("card"), expires),
                row.getTimestamp("asked_at").toInstant(),
                row.getObject("asked_by", UUID.class),
                expires,
                State.valueOf(row.getString("state")),
                decided == null ? null : decided.toInstant(),
                row.getObject("decided_by", UUID.class),
                row.getString("decided_name"),
                row.getString("decided_reason"));
    }
}
