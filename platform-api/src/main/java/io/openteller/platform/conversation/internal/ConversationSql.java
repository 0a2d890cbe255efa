package io.openteller.platform.conversation.internal;

import io.openteller.platform.conversation.Assurance;
import io.openteller.platform.conversation.Author;
import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.conversation.ConversationFilter;
import io.openteller.platform.conversation.Opening;
import io.openteller.platform.conversation.Owner;
import io.openteller.platform.conversation.Person;
import io.openteller.platform.conversation.Reply;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

final class ConversationSql {

    private static final String SELECT = """
            SELECT c.*, c.assurance = 'STEPPED_UP' AND c.assurance_until < clock_timestamp() AS assurance_over,
                EXISTS (SELECT FROM turn t WHERE t.conversation_id = c.id AND t.status <> 'DONE') AS working,
                last.body AS last_line, last.author AS last_author
            FROM conversation c
            JOIN message last ON last.conversation_id = c.id AND last.seq = c.next_seq - 1
            """;

    static final String FIND = SELECT + " WHERE c.id = :conversation";

    private static final String PAGE = SELECT + """
            WHERE (cardinality(:owners) = 0 OR c.owner = ANY (:owners))
              AND (:route::text IS NULL OR c.last_route = :route)
              AND (:before::timestamptz IS NULL OR (c.updated_minute <= :before::timestamptz
                AND (c.updated_at, c.id) < (:before::timestamptz, :beforeId::uuid)))
              AND (:words::text IS NULL OR c.customer_ref = :words
                OR position(lower(:words) IN lower(coalesce(c.customer_name, ''))) > 0
                OR EXISTS (SELECT FROM message m WHERE m.conversation_id = c.id
                    AND position(lower(:words) IN lower(m.body)) > 0))
            ORDER BY c.updated_minute DESC, c.updated_at DESC, c.id DESC LIMIT :limit
            """;

    /** Uses up the sequence number that the locked row offers. */
    static final String ADVANCE =
            "UPDATE conversation SET next_seq = next_seq + 1, updated_at = clock_timestamp() WHERE id = :conversation";

    /** What a turn came to, in one statement: each one writes the row and its places in the indexes anew. */
    static final String REPLIED = """
            UPDATE conversation SET last_route = :route, language = coalesce(:language, language),
                intent = coalesce(:intent, intent), confidence = coalesce(:confidence::double precision, confidence),
                owner = :owner, agent_id = CASE WHEN :handed THEN NULL ELSE agent_id END,
                agent_name = CASE WHEN :handed THEN NULL ELSE agent_name END,
                version = version + CASE WHEN :handed THEN 1 ELSE 0 END,
                next_seq = next_seq + :messages, updated_at = clock_timestamp()
            WHERE id = :conversation
            """;

    private static final String ROW = "owner, agent_id, agent_name, assurance, version, next_seq,"
            + " assurance = 'STEPPED_UP' AND assurance_until < clock_timestamp() AS assurance_over";

    /** Takes the row lock that makes sequence numbers gapless: whoever holds it is the only writer. */
    static final String LOCK = "SELECT " + ROW + " FROM conversation WHERE id = :conversation FOR UPDATE";

    private ConversationSql() {}

    /** @return the row, which nobody else can see yet: no lock is needed to write to it */
    static ConversationRow insert(Handle sql, UUID tenant, UUID id, Opening opening) {
        return sql.createQuery("INSERT INTO conversation (tenant_id, id, channel, customer_ref, customer_name, assurance, locale)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING " + ROW)
                .bind(0, tenant)
                .bind(1, id)
                .bind(2, opening.channel())
                .bind(3, opening.customerRef())
                .bind(4, opening.customerName())
                .bind(5, opening.assurance().name())
                .bind(6, opening.locale())
                .map((row, context) -> row(row))
                .one();
    }

    static Optional<ConversationRow> lock(Handle sql, UUID id) {
        return sql.createQuery(LOCK)
                .bind("conversation", id)
                .map((row, context) -> row(row))
                .findOne();
    }

    static ConversationRow row(ResultSet row) throws SQLException {
        return new ConversationRow(
                Owner.valueOf(row.getString("owner")),
                agent(row),
                assurance(row),
                row.getLong("version"),
                row.getLong("next_seq"));
    }

    static void own(Handle sql, UUID id, Owner owner, @Nullable Person agent) {
        sql.execute(
                "UPDATE conversation SET owner = ?, agent_id = ?, agent_name = ?, version = version + 1,"
                        + " updated_at = clock_timestamp() WHERE id = ?",
                owner.name(),
                agent == null ? null : agent.id(),
                agent == null ? null : agent.name(),
                id);
    }

    /**
     * For {@link #REPLIED}.
     *
     * @param handed whether another one owns it from now on
     * @param messages how many sequence numbers are used up
     */
    static <S extends SqlStatement<S>> S replied(S statement, UUID id, Reply reply, boolean handed, int messages) {
        return statement
                .bind("route", reply.route())
                .bind("language", reply.language())
                .bind("intent", reply.intent())
                .bind("confidence", reply.confidence())
                .bind("owner", reply.next().name())
                .bind("handed", handed)
                .bind("messages", messages)
                .bind("conversation", id);
    }

    static Optional<Conversation> find(Handle sql, UUID id) {
        return sql.createQuery(FIND)
                .bind("conversation", id)
                .map((row, context) -> conversation(row))
                .findOne();
    }

    static Optional<Conversation> lately(Handle sql, String customerRef, Duration within) {
        return sql.createQuery(SELECT + " WHERE c.customer_ref = :customer AND c.owner = 'ASSISTANT'"
                        + " AND c.updated_at > clock_timestamp() - make_interval(secs => :within)"
                        + " ORDER BY c.updated_at DESC, c.id DESC LIMIT 1")
                .bind("customer", customerRef)
                .bind("within", within.toMillis() / 1000.0)
                .map((row, context) -> conversation(row))
                .findOne();
    }

    static List<Conversation> list(Handle sql, ConversationFilter filter) {
        var before = filter.before();
        return sql.createQuery(PAGE)
                .bindArray("owners", String.class, filter.owners().stream().map(Owner::name).toList())
                .bind("route", filter.route())
                .bind("words", filter.words())
                .bind("before", before == null ? null : Timestamp.from(before.updatedAt()))
                .bind("beforeId", before == null ? null : before.id().toString())
                .bind("limit", Math.clamp(filter.limit(), 1, 200))
                .map((row, context) -> conversation(row))
                .list();
    }

    static boolean stepUp(Handle sql, UUID id, double seconds) {
        return sql.execute(
                        "UPDATE conversation SET assurance = 'STEPPED_UP', updated_at = clock_timestamp(),"
                                + " assurance_until = clock_timestamp() + make_interval(secs => ?)"
                                + " WHERE id = ? AND customer_ref IS NOT NULL AND owner <> 'CLOSED'",
                        seconds,
                        id)
                == 1;
    }

    static boolean rate(Handle sql, UUID id, int rating, @Nullable String comment) {
        return sql.execute(
                        "UPDATE conversation SET csat_rating = ?, csat_comment = ?"
                                + " WHERE id = ? AND owner = 'CLOSED' AND csat_rating IS NULL",
                        rating,
                        comment,
                        id)
                == 1;
    }

    static Conversation conversation(ResultSet row) throws SQLException {
        return new Conversation(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Owner.valueOf(row.getString("owner")),
                row.getString("channel"),
                row.getString("customer_ref"),
                row.getString("customer_name"),
                assurance(row),
                row.getString("locale"),
                row.getString("language"),
                row.getString("intent"),
                row.getObject("confidence", Double.class),
                row.getString("last_route"),
                agent(row),
                row.getLong("version"),
                row.getLong("next_seq") - 1,
                row.getString("last_line"),
                Author.valueOf(row.getString("last_author")),
                row.getBoolean("working"),
                row.getObject("csat_rating", Integer.class),
                row.getString("csat_comment"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    private static Assurance assurance(ResultSet row) throws SQLException {
        return row.getBoolean("assurance_over") ? Assurance.IDENTIFIED : Assurance.valueOf(row.getString("assurance"));
    }

    private static @Nullable Person agent(ResultSet row) throws SQLException {
        UUID id = row.getObject("agent_id", UUID.class);
        return id == null ? null : new Person(id, row.getString("agent_name"));
    }
}
