package io.openteller.platform.conversation.internal;

import io.openteller.platform.conversation.ClaimedTurn;
import io.openteller.platform.conversation.TurnRecord;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Together;
import io.openteller.platform.tenancy.UuidV7;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

final class TurnSql {

    /**
     * A turn may be taken when it is new, or when its worker's lease has run out; and only as the oldest unfinished turn
     * of its conversation, so that answers come in the order of the questions.
     */
    private static final String CLAIM = """
            UPDATE turn SET status = 'RUNNING', fence = fence + 1,
                lease_until = clock_timestamp() + make_interval(secs => :lease)
            WHERE id = (
                SELECT t.id FROM turn t
                WHERE (t.status = 'PENDING' OR (t.status = 'RUNNING' AND t.lease_until < clock_timestamp()))
                  AND NOT EXISTS (
                    SELECT FROM turn earlier WHERE earlier.conversation_id = t.conversation_id
                      AND earlier.status <> 'DONE'
                      AND (earlier.request_seq, earlier.id) < (t.request_seq, t.id))
                ORDER BY t.created_at LIMIT 1 FOR UPDATE OF t SKIP LOCKED)
            RETURNING id, conversation_id, request_seq, resumes, fence,
                extract(epoch FROM deadline - clock_timestamp()) AS seconds_left,
                CASE WHEN woken THEN '' ELSE (SELECT body FROM message m
                 WHERE m.conversation_id = turn.conversation_id AND m.seq = turn.request_seq) END AS body
            """;

    static final String INSERT = "INSERT INTO turn (tenant_id, id, conversation_id, request_seq, resumes, deadline, status, fence, lease_until)"
            + " VALUES (:tenant, :turn, :conversation, :seq, :resumes::uuid, clock_timestamp() + make_interval(secs => :within),"
            + " :status, :fence, clock_timestamp() + make_interval(secs => :lease::double precision))";

    static final String OTHERS_WAIT =
            "SELECT EXISTS (SELECT FROM turn WHERE conversation_id = :conversation AND status <> 'DONE')";

    private static final String FINISH = ConversationSql.LOCK + """
            ;
            WITH done AS (UPDATE turn SET status = 'DONE', finished_at = clock_timestamp()
                    WHERE id = :turn AND fence = :fence AND status = 'RUNNING' RETURNING tenant_id, id, conversation_id),
                decided AS (INSERT INTO decision (tenant_id, turn_id, record) SELECT tenant_id, id, :decision::jsonb FROM done)
            SELECT EXISTS (SELECT FROM turn other WHERE other.conversation_id = done.conversation_id
                AND other.id <> done.id AND other.status <> 'DONE') FROM done
            """;

    private TurnSql() {}

    static Query bound(Query statement, NewTurn turn) {
        Duration lease = turn.lease();
        return statement
                .bind("turn", turn.id())
                .bind("resumes", turn.resumes())
                .bind("within", seconds(turn.answerWithin()))
                .bind("status", lease == null ? "PENDING" : "RUNNING")
                .bind("fence", lease == null ? 0 : NewTurn.FIRST_FENCE)
                .bind("lease", lease == null ? null : seconds(lease));
    }

    /** Comes after the message that is the last so far. */
    static void wake(Handle sql, UUID conversation, long lastSeq, UUID by, Duration answerWithin) {
        sql.execute(
                "INSERT INTO turn (tenant_id, id, conversation_id, request_seq, resumes, deadline, woken)"
                        + " VALUES (?, ?, ?, ?, ?, clock_timestamp() + make_interval(secs => ?), true)",
                CurrentTenant.get().id(),
                UuidV7.next(),
                conversation,
                lastSeq,
                by,
                seconds(answerWithin));
    }

    /** @param now by this worker's clock, which may be wrong: how much time a turn has left the database's alone tells */
    static Optional<ClaimedTurn> claim(Handle sql, Duration lease, Instant now) {
        return sql.createQuery(CLAIM)
                .bind("lease", seconds(lease))
                .map((row, context) -> new ClaimedTurn(
                        row.getObject("id", UUID.class),
                        row.getObject("conversation_id", UUID.class),
                        row.getLong("request_seq"),
                        row.getString("body"),
                        row.getObject("resumes", UUID.class),
                        row.getLong("fence"),
                        now.plusMillis((long) (row.getDouble("seconds_left") * 1000))))
                .findOne();
    }

    static int letGo(Handle sql, ClaimedTurn turn) {
        return sql.execute(
                "UPDATE turn SET lease_until = clock_timestamp() WHERE id = ? AND fence = ? AND status = 'RUNNING'",
                turn.id(),
                turn.fence());
    }

    /**
     * With the decision that it came to, under the conversation's row lock, which is taken first.
     *
     * @return empty when this worker's fence is no longer the newest, or the turn is done
     */
    static Optional<Finished> finish(Handle sql, ClaimedTurn turn, String decisionJson) {
        Query both = sql.createQuery(FINISH)
                .bind("conversation", turn.conversation())
                .bind("turn", turn.id())
                .bind("fence", turn.fence())
                .bind("decision", decisionJson);
        return Together.read(both, answers -> {
            ConversationRow locked = answers.row((row, context) -> ConversationSql.row(row))
                    .orElseThrow();
            return answers.row((row, context) -> new Finished(locked, row.getBoolean(1)));
        });
    }

    /** @param othersWait whether another turn of the conversation does */
    record Finished(ConversationRow conversation, boolean othersWait) {}

    /** Whether this worker is still the one whose reply would be taken, and the assistant still the one to give it. */
    static boolean isWriting(Handle sql, UUID turn, long fence) {
        return sql.createQuery("SELECT EXISTS (SELECT FROM turn t JOIN conversation c ON c.id = t.conversation_id"
                        + " WHERE t.id = ? AND t.fence = ? AND t.status = 'RUNNING' AND c.owner = 'ASSISTANT')")
                .bind(0, turn)
                .bind(1, fence)
                .mapTo(Boolean.class)
                .one();
    }

    static Optional<String> decision(Handle sql, UUID turn) {
        return sql.createQuery("SELECT record::text FROM decision WHERE turn_id = ?")
                .bind(0, turn)
                .mapTo(String.class)
                .findOne();
    }

    static List<TurnRecord> decisions(Handle sql, UUID conversation) {
        return sql.createQuery("SELECT t.id, CASE WHEN t.woken THEN '' ELSE m.body END AS body, d.record::text AS record, d.created_at"
                        + " FROM turn t JOIN decision d ON d.turn_id = t.id"
                        + " JOIN message m ON m.conversation_id = t.conversation_id AND m.seq = t.request_seq"
                        + " WHERE t.conversation_id = ? ORDER BY t.request_seq")
                .bind(0, conversation)
                .map((row, context) -> new TurnRecord(
                        row.getObject("id", UUID.class),
                        row.getString("body"),
                        row.getString("record"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    /** Nobody asks for more than a few: the newest ten turns are looked at. */
    static int refusalsInARow(Handle sql, UUID conversation) {
        List<String> routes = sql.createQuery("SELECT coalesce(d.record ->> 'route', '') FROM turn t"
                        + " JOIN decision d ON d.turn_id = t.id WHERE t.conversation_id = ?"
                        + " ORDER BY t.request_seq DESC, t.id DESC LIMIT 10")
                .bind(0, conversation)
                .mapTo(String.class)
                .list();
        int refusals = 0;
        while (refusals < routes.size() && routes.get(refusals).equals("REFUSE")) {
            refusals++;
        }
        return refusals;
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
