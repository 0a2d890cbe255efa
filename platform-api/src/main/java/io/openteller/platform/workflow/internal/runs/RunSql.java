package io.openteller.platform.workflow.internal.runs;

import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.procedures.machine.Effect;
import io.openteller.procedures.machine.RunState;
import io.openteller.procedures.machine.RunStates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Rows of runs. Times are those of the database's clock. */
final class RunSql {

    private static final String COLUMNS = "id, conversation_id, procedure, version, status, state::text AS state,"
            + " todo::text AS todo, calls::text AS calls, untold::text AS untold, events, fence,"
            + " EXISTS (SELECT FROM workflow_timer t WHERE t.run_id = workflow_run.id) AS timed,"
            + " coalesce(lease_until > clock_timestamp(), false) AS busy, false AS alone, clock_timestamp() AS now";

    /** The event goes in only if this is still the newest fence, and both or neither are kept. */
    private static final String STEP = """
            WITH moved AS (
                UPDATE workflow_run SET state = :state::json, status = :status, waiting = :waiting, todo = :todo::jsonb,
                    calls = :calls::jsonb, untold = untold || :said::jsonb, events = events + 1, fence = fence + 1,
                    changed_at = clock_timestamp(),
                    lease_until = clock_timestamp() + make_interval(secs => :lease),
                    look_at = %s
                WHERE id = :id AND fence = :fence RETURNING id)
            INSERT INTO workflow_event (tenant_id, run_id, seq, origin, event)
            SELECT :tenant, id, :seq, :origin::uuid, :event::json FROM moved
            """;

    /** While it is led on, the leader's lease is the only thing to look at: it is renewed without touching the index. */
    private static final String KEPT = "least(look_at, clock_timestamp() + make_interval(secs => :lease))";

    private static final String RINGS = "(SELECT min(due) FROM workflow_timer WHERE run_id = :id)";

    private static final String STEP_ON = STEP.formatted(KEPT);

    /** What is not known, or waits for a colleague, is looked for again, whatever the customer said meanwhile. */
    private static final String STEP_LAST =
            STEP.formatted("least(clock_timestamp() + make_interval(secs => :look), " + RINGS + ")");

    /** Found again if its leader dies before somebody was told to speak for it. */
    private static final String STEP_ALONE =
            STEP.formatted("clock_timestamp() + make_interval(secs => " + Leading.LEASE.toSeconds() + ")");

    private static final String HOLD = """
            UPDATE workflow_run SET todo = :todo::jsonb, calls = :calls::jsonb, untold = untold || :said::jsonb,
                fence = fence + 1, changed_at = clock_timestamp(), lease_until = NULL, look_at = %s
            WHERE id = :id AND fence = :fence
            """.formatted("least(clock_timestamp() + make_interval(secs => :look), " + RINGS + ")");

    /** New for whoever holds it: whoever held it before is refused from here on. */
    private static final String CLAIM = """
            UPDATE workflow_run SET fence = fence + 1,
                lease_until = clock_timestamp() + make_interval(secs => :lease),
                look_at = clock_timestamp() + make_interval(secs => :lease)
            WHERE id = (SELECT id FROM workflow_run
                WHERE look_at <= clock_timestamp() AND (status IN ('OPEN', 'ASIDE') OR untold <> '[]')
                  AND (lease_until IS NULL OR lease_until <= clock_timestamp())
                ORDER BY look_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, conversation_id, procedure, version, status, state::text AS state,
                todo::text AS todo, calls::text AS calls, untold::text AS untold, events, fence,
                EXISTS (SELECT FROM workflow_timer t WHERE t.run_id = workflow_run.id) AS timed, false AS busy, true AS alone,
                clock_timestamp() AS now
            """;

    private static final String OPEN =
            "SELECT " + COLUMNS + " FROM workflow_run WHERE conversation_id = :conversation AND status = 'OPEN'";

    private static final String HAND_OVER =
            "UPDATE workflow_run SET status = 'HANDED_OVER', fence = fence + 1, look_at = NULL, lease_until = NULL,"
                    + " changed_at = clock_timestamp() WHERE conversation_id = :conversation AND status IN ('OPEN', 'ASIDE')"
                    + " AND todo->'effect'->>'kind' IS DISTINCT FROM 'Compensate'";

    private static final String SILENCE =
            "UPDATE workflow_run SET untold = '[]' WHERE conversation_id = :conversation AND untold <> '[]'";

    private RunSql() {}

    /** @param origin what began it: taken for the same again, nothing is heard twice */
    static void insert(Handle sql, Run run, UUID origin, String started, Duration lease) {
        UUID tenant = CurrentTenant.get().id();
        sql.createUpdate("INSERT INTO workflow_run (tenant_id, id, conversation_id, procedure, version, status, waiting,"
                        + " state, todo, calls, untold, events, fence, lease_until, look_at)"
                        + " VALUES (:tenant, :id, :conversation, :procedure, :version, :status, :waiting, :state::json,"
                        + " :todo::jsonb, :calls::jsonb, :untold::jsonb, 1, 1,"
                        + " clock_timestamp() + make_interval(secs => :lease),"
                        + " clock_timestamp() + make_interval(secs => :lease))")
                .bind("tenant", tenant)
                .bind("id", run.id())
                .bind("conversation", run.conversation())
                .bind("procedure", run.procedure())
                .bind("version", run.version())
                .bind("status", run.status().name())
                .bind("waiting", waiting(run.state()))
                .bind("state", RunStates.write(run.state()))
                .bind("todo", todo(run))
                .bind("calls", Written.of(run.calls()))
                .bind("untold", Written.of(run.untold()))
                .bind("lease", seconds(lease))
                .execute();
        sql.execute(
                "INSERT INTO workflow_event (tenant_id, run_id, seq, origin, event) VALUES (?, ?, 0, ?, ?::json)",
                tenant,
                run.id(),
                origin,
                started);
    }

    /** @param next where it stands after the event; its {@code fence} is still the one that was read */
    static boolean step(Handle sql, Run next, List<Output> said, @Nullable UUID origin, String event, Duration lease) {
        Update step = sql.createUpdate(next.goesOn() ? STEP_ON : next.alone() ? STEP_ALONE : STEP_LAST);
        if (!next.goesOn() && !next.alone()) {
            Duration look = Deeds.lookAgain(next);
            step.bind("look", look == null ? null : Double.valueOf(seconds(look)));
        }
        return step.bind("tenant", CurrentTenant.get().id())
                        .bind("id", next.id())
                        .bind("fence", next.fence())
                        .bind("seq", next.events())
                        .bind("origin", origin == null ? null : origin.toString())
                        .bind("event", event)
                        .bind("state", RunStates.write(next.state()))
                        .bind("status", next.status().name())
                        .bind("waiting", waiting(next.state()))
                        .bind("todo", todo(next))
                        .bind("calls", Written.of(next.calls()))
                        .bind("said", Written.of(said))
                        .bind("lease", next.goesOn() ? seconds(lease) : 0.0)
                        .execute()
                == 1;
    }

    /** Keeps what became of the thing to do, without an event. @param look when to look again; null for not by time */
    static boolean hold(Handle sql, Run next, List<Output> said, @Nullable Duration look) {
        return sql.createUpdate(HOLD)
                        .bind("id", next.id())
                        .bind("fence", next.fence())
                        .bind("todo", todo(next))
                        .bind("calls", Written.of(next.calls()))
                        .bind("said", Written.of(said))
                        .bind("look", look == null ? null : Double.valueOf(seconds(look)))
                        .execute()
                == 1;
    }

    static Optional<Run> claimDue(Handle sql, Duration lease) {
        return sql.createQuery(CLAIM)
                .bind("lease", seconds(lease))
                .map((row, context) -> run(row))
                .findOne();
    }

    /** @return false if somebody else was faster */
    static boolean lease(Handle sql, Run run, Duration lease) {
        return sql.execute(
                        "UPDATE workflow_run SET fence = fence + 1, lease_until = clock_timestamp() + make_interval(secs => ?),"
                                + " look_at = coalesce(look_at, clock_timestamp() + make_interval(secs => ?))"
                                + " WHERE id = ? AND fence = ? AND coalesce(lease_until <= clock_timestamp(), true)",
                        seconds(lease),
                        seconds(lease),
                        run.id(),
                        run.fence())
                == 1;
    }

    static Optional<Run> find(Handle sql, UUID id) {
        return sql.createQuery("SELECT " + COLUMNS + " FROM workflow_run WHERE id = ?")
                .bind(0, id)
                .map((row, context) -> run(row))
                .findOne();
    }

    /** The one that the conversation is in. */
    static Optional<Run> open(Handle sql, UUID conversation) {
        return sql.createQuery(OPEN)
                .bind("conversation", conversation)
                .map((row, context) -> run(row))
                .findOne();
    }

    /** Those of the conversation that still have something for the customer, or are open; the oldest first. */
    static List<Run> speaking(Handle sql, UUID conversation) {
        return sql.createQuery("SELECT " + COLUMNS + " FROM workflow_run WHERE conversation_id = ?"
                        + " AND (status = 'OPEN' OR untold <> '[]') ORDER BY started_at, id")
                .bind(0, conversation)
                .map((row, context) -> run(row))
                .list();
    }

    /** @param keep the one step whose timer still counts; null for none */
    static void forgetTimers(Handle sql, UUID run, @Nullable String keep) {
        sql.execute("DELETE FROM workflow_timer WHERE run_id = ? AND step IS DISTINCT FROM ?", run, keep);
    }

    /** Instead of all others. */
    static void onlyTimer(Handle sql, UUID run, Effect.Timer timer) {
        sql.execute(
                "WITH gone AS (DELETE FROM workflow_timer WHERE run_id = ? AND step <> ?)"
                        + " INSERT INTO workflow_timer (tenant_id, run_id, step, due) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (tenant_id, run_id, step) DO UPDATE SET due = excluded.due",
                run,
                timer.step(),
                CurrentTenant.get().id(),
                run,
                timer.step(),
                Timestamp.from(timer.due()));
    }

    static void setTimer(Handle sql, UUID run, Effect.Timer timer) {
        sql.execute(
                "INSERT INTO workflow_timer (tenant_id, run_id, step, due) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (tenant_id, run_id, step) DO UPDATE SET due = excluded.due",
                CurrentTenant.get().id(),
                run,
                timer.step(),
                Timestamp.from(timer.due()));
    }

    /** The step whose time is over, if one's is. */
    static Optional<String> rung(Handle sql, UUID run) {
        return sql.createQuery("SELECT step FROM workflow_timer WHERE run_id = ? AND due <= clock_timestamp()"
                        + " ORDER BY due LIMIT 1")
                .bind(0, run)
                .mapTo(String.class)
                .findOne();
    }

    static Instant now(Handle sql) {
        return sql.createQuery("SELECT clock_timestamp()")
                .map((row, context) -> row.getTimestamp(1).toInstant())
                .one();
    }

    /** Another procedure goes first. Its own does not know of it: no time runs out for it meanwhile, as nobody looks at it. */
    static void setAside(Handle sql, UUID conversation) {
        sql.execute(
                "UPDATE workflow_run SET status = 'ASIDE', fence = fence + 1, lease_until = NULL,"
                        + " look_at = CASE WHEN todo->'effect'->>'kind' = 'Compensate' THEN clock_timestamp() END,"
                        + " changed_at = clock_timestamp() WHERE conversation_id = ? AND status = 'OPEN'",
                conversation);
    }

    /** It was set aside since it changed last: as much time is left for what it waits for as there was then. */
    static void timeGoesOn(Handle sql, UUID run) {
        sql.execute(
                "UPDATE workflow_timer t SET due = t.due + (clock_timestamp() - r.changed_at) FROM workflow_run r"
                        + " WHERE t.run_id = ? AND r.id = t.run_id",
                run);
    }

    /**
     * Nobody leads it; it is looked at again when a timer says so, or at {@code look}.
     *
     * @return false if somebody else has taken it meanwhile
     */
    static boolean rest(Handle sql, Run run, @Nullable Duration look) {
        return sql.createUpdate("UPDATE workflow_run SET lease_until = NULL,"
                                + " look_at = least(clock_timestamp() + make_interval(secs => :look), " + RINGS
                                + ") WHERE id = :id AND fence = :fence")
                        .bind("id", run.id())
                        .bind("fence", run.fence())
                        .bind("look", look == null ? null : Double.valueOf(seconds(look)))
                        .execute()
                == 1;
    }

    /**
     * As if the lease of whoever leads it had run out.
     *
     * @return false if it was led on meanwhile
     */
    static boolean letGo(Handle sql, Run run) {
        return sql.execute(
                        "UPDATE workflow_run SET lease_until = NULL,"
                                + " look_at = CASE WHEN ? THEN clock_timestamp() ELSE look_at END"
                                + " WHERE id = ? AND fence = ? AND lease_until > clock_timestamp()",
                        run.alone(),
                        run.id(),
                        run.fence())
                == 1;
    }

    /** Nobody leads it: whoever looks first does, without a turn. */
    static void unled(Handle sql, UUID run) {
        sql.execute("UPDATE workflow_run SET lease_until = NULL, look_at = clock_timestamp() WHERE id = ?", run);
    }

    /** The run that waits for this call. */
    static boolean lookNow(Handle sql, UUID conversation, String callId) {
        return sql.execute(
                        "UPDATE workflow_run SET look_at = clock_timestamp()"
                                + " WHERE conversation_id = ? AND status = 'OPEN' AND todo->>'callId' = ?",
                        conversation,
                        callId)
                > 0;
    }

    /** The one that was set aside last. */
    static Optional<Run> lastAside(Handle sql, UUID conversation) {
        return sql.createQuery("SELECT " + COLUMNS + " FROM workflow_run WHERE conversation_id = ? AND status = 'ASIDE'"
                        + " ORDER BY changed_at DESC, id DESC LIMIT 1 FOR UPDATE")
                .bind(0, conversation)
                .map((row, context) -> run(row))
                .findOne();
    }

    /** A person has the conversation: nothing of it goes on by itself any more, except that what was begun to be taken back is. */
    static void handOver(Handle sql, UUID conversation) {
        sql.createUpdate(HAND_OVER).bind("conversation", conversation).execute();
    }

    /**
     * The same, and what was not told is not told any more: somebody else speaks.
     *
     * @return the one that the conversation was in, as it was
     */
    static Optional<Run> handOverAndSilence(Handle sql, UUID conversation) {
        return sql.createQuery(OPEN + "; " + HAND_OVER + "; " + SILENCE)
                .bind("conversation", conversation)
                .map((row, context) -> run(row))
                .findOne();
    }

    /** One that is over and has something to tell, where somebody else speaks: nobody looks at it any more. */
    static void leave(Handle sql, UUID run) {
        sql.execute(
                "UPDATE workflow_run SET lease_until = NULL, look_at = NULL WHERE id = ? AND status NOT IN ('OPEN', 'ASIDE')",
                run);
    }

    /** To any run of the conversation: the one that heard it may be over, and another one go on again. */
    static boolean happened(Handle sql, UUID conversation, UUID origin) {
        return sql.createQuery("SELECT EXISTS (SELECT FROM workflow_event e JOIN workflow_run r ON r.id = e.run_id"
                        + " WHERE r.conversation_id = ? AND e.origin = ?)")
                .bind(0, conversation)
                .bind(1, origin)
                .mapTo(Boolean.class)
                .one();
    }

    /** What was told is not told again; what came meanwhile stays. */
    static void told(Handle sql, UUID run, int count) {
        sql.execute(
                "UPDATE workflow_run SET untold = coalesce((SELECT jsonb_agg(one ORDER BY place)"
                        + " FROM jsonb_array_elements(untold) WITH ORDINALITY AS o (one, place) WHERE place > ?), '[]')"
                        + " WHERE id = ?",
                count,
                run);
    }

    static @Nullable String waiting(RunState state) {
        RunState.Waiting waiting = state.waiting();
        return waiting == null ? null : waiting.what().name();
    }

    private static @Nullable String todo(Run run) {
        return run.todo() == null ? null : Written.of(run.todo());
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static Run run(ResultSet row) throws SQLException {
        String todo = row.getString("todo");
        return new Run(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("conversation_id", UUID.class)),
                row.getString("procedure"),
                row.getInt("version"),
                Run.Status.valueOf(row.getString("status")),
                RunStates.read(row.getString("state")),
                todo == null ? null : Written.read(todo, Todo.class),
                Written.read(row.getString("calls"), Written.TEXTS),
                Written.read(row.getString("untold"), Written.OUTPUTS),
                row.getLong("events"),
                row.getLong("fence"),
                row.getBoolean("timed"),
                row.getBoolean("busy"),
                row.getBoolean("alone"),
                row.getTimestamp("now").toInstant());
    }
}
