package io.openteller.platform.training.internal;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The bank's last training, where every replica can see it. Time is the database's. */
@Singleton
class RunSql {

    /** How long the process that trains may be silent before it is taken for dead. */
    private static final String LEASE = "interval '30 seconds'";

    static final String STOPPED = "The server that trained has stopped. Nothing was changed; start again.";

    /** What became of it. */
    @Serdeable
    enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * @param progress 0 to 1
     * @param line what is being done, or what went wrong
     * @param model what came of it
     */
    @Serdeable
    record Run(
            State state,
            double progress,
            String line,
            Instant startedAt,
            String startedBy,
            @Nullable Instant finishedAt,
            @Nullable Integer model) {}

    /** @return false if one runs already */
    boolean start(Handle sql, UUID id, String by) {
        return sql.execute(
                        "INSERT INTO intent_training AS t (tenant_id, id, state, line, started_by, lease_until)"
                                + " VALUES (?, ?, 'RUNNING', 'Waiting for its turn', ?, now() + " + LEASE + ")"
                                + " ON CONFLICT (tenant_id) DO UPDATE SET id = excluded.id, state = 'RUNNING', progress = 0,"
                                + " line = excluded.line, started_at = now(), started_by = excluded.started_by,"
                                + " lease_until = excluded.lease_until, finished_at = NULL, model = NULL"
                                + " WHERE t.state <> 'RUNNING' OR t.lease_until < now()",
                        CurrentTenant.get().id(),
                        id,
                        by)
                > 0;
    }

    /** @return false if somebody else has taken the run for dead and begun another */
    boolean beat(Handle sql, UUID id, double progress, String line) {
        return sql.execute(
                        "UPDATE intent_training SET progress = ?, line = ?, lease_until = now() + " + LEASE
                                + " WHERE id = ? AND state = 'RUNNING'",
                        progress,
                        line,
                        id)
                > 0;
    }

    boolean done(Handle sql, UUID id, String line, int model) {
        return sql.execute(
                        "UPDATE intent_training SET state = 'DONE', progress = 1, line = ?, model = ?, finished_at = now()"
                                + " WHERE id = ? AND state = 'RUNNING'",
                        line,
                        model,
                        id)
                > 0;
    }

    void failed(Handle sql, UUID id, String line) {
        sql.execute(
                "UPDATE intent_training SET state = 'FAILED', line = ?, finished_at = now()"
                        + " WHERE id = ? AND state = 'RUNNING'",
                line,
                id);
    }

    Optional<Run> last(Handle sql) {
        return sql.createQuery("SELECT *, state = 'RUNNING' AND lease_until < now() AS dead FROM intent_training")
                .map((row, context) -> {
                    boolean dead = row.getBoolean("dead");
                    Timestamp finished = dead ? row.getTimestamp("lease_until") : row.getTimestamp("finished_at");
                    int model = row.getInt("model");
                    return new Run(
                            dead ? State.FAILED : State.valueOf(row.getString("state")),
                            row.getDouble("progress"),
                            dead ? STOPPED : row.getString("line"),
                            row.getTimestamp("started_at").toInstant(),
                            row.getString("started_by"),
                            finished == null ? null : finished.toInstant(),
                            model == 0 ? null : model);
                })
                .findOne();
    }
}
