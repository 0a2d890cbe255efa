package io.openteller.platform.workflow.internal;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of steps that customers are asked for. */
@Singleton
public class StepSql {

    private static final String SELECT = "SELECT id, conversation_id, kind, arguments::text AS arguments,"
            + " challenge_id, state, expires_at < clock_timestamp() AS over FROM workflow_step ";

    private final TenantDatabase database;
    private final ObjectMapper json;

    public StepSql(TenantDatabase database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    public enum Kind {
        CODE,
        QUESTIONS,
        CONFIRM
    }

    public enum State {
        OPEN,
        DONE,
        DECLINED
    }

    /** @param over whether its time has run out */
    public record Step(
            UUID id,
            UUID conversation,
            Kind kind,
            Map<String, String> arguments,
            @Nullable String challenge,
            State state,
            boolean over) {}

    /** A second call with the same id changes nothing. */
    public void insert(
            UUID id,
            UUID conversation,
            Kind kind,
            Map<String, String> arguments,
            @Nullable String challenge,
            Duration holds) {
        database.inTransaction(sql -> sql.execute(
                "INSERT INTO workflow_step (tenant_id, id, conversation_id, kind, arguments, challenge_id, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?::jsonb, ?, clock_timestamp() + make_interval(secs => ?))"
                        + " ON CONFLICT (tenant_id, id) DO NOTHING",
                CurrentTenant.get().id(),
                id,
                conversation,
                kind.name(),
                written(arguments),
                challenge,
                holds.toSeconds()));
    }

    public Optional<Step> find(UUID conversation, UUID id) {
        return one("WHERE conversation_id = ? AND id = ?", conversation, id);
    }

    /** The newest step that still waits for a code. */
    Optional<Step> openCode(UUID conversation) {
        return one(
                "WHERE conversation_id = ? AND kind = 'CODE' AND state = 'OPEN' AND expires_at > clock_timestamp()"
                        + " ORDER BY created_at DESC LIMIT 1",
                conversation);
    }

    /** @return false if it was not open any more */
    public boolean settle(UUID id, State state) {
        return database.inTransaction(sql -> sql.execute(
                        "UPDATE workflow_step SET state = ? WHERE id = ? AND state = 'OPEN'"
                                + " AND expires_at > clock_timestamp()",
                        state.name(),
                        id))
                == 1;
    }

    /** Shows it again with new time, unless it was answered. */
    public void renew(UUID id, Duration holds) {
        database.inTransaction(sql -> sql.execute(
                "UPDATE workflow_step SET expires_at = clock_timestamp() + make_interval(secs => ?)"
                        + " WHERE id = ? AND state = 'OPEN'",
                holds.toMillis() / 1000.0,
                id));
    }

    void renewChallenge(UUID id, String challenge, Duration holds) {
        database.inTransaction(sql -> sql.execute(
                "UPDATE workflow_step SET challenge_id = ?, expires_at = clock_timestamp() + make_interval(secs => ?)"
                        + " WHERE id = ? AND state = 'OPEN'",
                challenge,
                holds.toSeconds(),
                id));
    }

    private Optional<Step> one(String where, Object... arguments) {
        return database.inTransaction(sql -> {
            var query = sql.createQuery(SELECT + where);
            for (int i = 0; i < arguments.length; i++) {
                query.bind(i, arguments[i]);
            }
            return query.map((row, context) -> new Step(
                            Objects.requireNonNull(row.getObject("id", UUID.class)),
                            Objects.requireNonNull(row.getObject("conversation_id", UUID.class)),
                            Kind.valueOf(row.getString("kind")),
                            read(row.getString("arguments")),
                            row.getString("challenge_id"),
                            State.valueOf(row.getString("state")),
                            row.getBoolean("over")))
                    .findOne();
        });
    }

    private Map<String, String> read(String stored) {
        try {
            return Objects.requireNonNull(json.readValue(stored, Argument.mapOf(String.class, String.class)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String written(Map<String, String> arguments) {
        try {
            return json.writeValueAsString(arguments);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
