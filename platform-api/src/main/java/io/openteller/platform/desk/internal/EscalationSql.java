package io.openteller.platform.desk.internal;

import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.desk.Packet;
import io.openteller.platform.desk.Reason;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.UuidV7;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

@Singleton
class EscalationSql {

    private static final String SELECT =
            "SELECT conversation_id, reason, priority, packet::text AS packet, created_at, due_at FROM escalation ";

    private final TenantDatabase database;
    private final ObjectMapper json;

    EscalationSql(TenantDatabase database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** While one is open, a second only raises it: the customer has waited since the first. */
    void request(UUID conversation, Reason reason, Packet packet) {
        database.inTransaction(sql -> sql.createUpdate("""
                        INSERT INTO escalation (tenant_id, id, conversation_id, reason, priority, packet, due_at)
                        VALUES (:tenant, :id, :conversation, :reason, :priority, :packet::jsonb,
                            clock_timestamp() + make_interval(secs => :within))
                        ON CONFLICT (tenant_id, conversation_id) WHERE ended_at IS NULL DO UPDATE SET
                            reason = CASE WHEN excluded.priority < escalation.priority
                                THEN excluded.reason ELSE escalation.reason END,
                            priority = least(escalation.priority, excluded.priority),
                            due_at = least(escalation.due_at, excluded.due_at),
                            packet = excluded.packet
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("id", UuidV7.next())
                .bind("conversation", conversation)
                .bind("reason", reason.name())
                .bind("priority", reason.priority())
                .bind("packet", written(packet))
                .bind("within", reason.within().toSeconds())
                .execute());
    }

    void end(UUID conversation) {
        database.inTransaction(sql -> sql.execute(
                "UPDATE escalation SET ended_at = clock_timestamp() WHERE conversation_id = ? AND ended_at IS NULL",
                conversation));
    }

    List<Escalation> open() {
        return database.inTransaction(
                sql -> sql.createQuery(SELECT + "WHERE ended_at IS NULL ORDER BY priority, created_at LIMIT 500")
                        .map((row, context) -> escalation(row))
                        .list());
    }

    /** The newest one of a conversation, open or ended. */
    Optional<Escalation> latest(UUID conversation) {
        return database.inTransaction(sql -> sql.createQuery(
                        SELECT + "WHERE conversation_id = ? ORDER BY created_at DESC LIMIT 1")
                .bind(0, conversation)
                .map((row, context) -> escalation(row))
                .findOne());
    }

    private Escalation escalation(ResultSet row) throws SQLException {
        return new Escalation(
                Objects.requireNonNull(row.getObject("conversation_id", UUID.class)),
                Reason.valueOf(row.getString("reason")),
                row.getInt("priority"),
                read(row.getString("packet")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("due_at").toInstant());
    }

    private String written(Packet packet) {
        try {
            return json.writeValueAsString(packet);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Packet read(String stored) {
        try {
            return Objects.requireNonNull(json.readValue(stored, Packet.class));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
