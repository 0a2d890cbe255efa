package io.openteller.platform.conversation.internal;

import io.openteller.platform.audit.Audit;
import io.openteller.platform.conversation.AppendOutcome;
import io.openteller.platform.conversation.ClaimedTurn;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.conversation.Owner;
import io.openteller.platform.conversation.ReplyOutcome;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The turn protocol as transactions. The order of statements inside each one matters: the conversation row is the lock. */
@Singleton
class StoredConversations implements Conversations {

    private final TenantDatabase database;
    private final Audit audit;

    StoredConversations(TenantDatabase database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    @Override
    public UUID open() {
        UUID id = UuidV7.next();
        database.inTransaction(
                sql -> sql.execute("INSERT INTO conversation (tenant_id, id) VALUES (?, ?)", tenant(), id));
        return id;
    }

    @Override
    public AppendOutcome append(UUID conversation, String clientMessageId, String text, Duration answerWithin) {
        return database.inTransaction(sql -> {
            Optional<ConversationRow> locked = ConversationSql.lock(sql, conversation);
            if (locked.isEmpty()) {
                return new AppendOutcome.Unknown();
            }
            Optional<Long> before = MessageSql.seqOf(sql, conversation, clientMessageId);
            if (before.isPresent()) {
                return new AppendOutcome.Duplicate(before.get());
            }
            ConversationRow row = locked.get();
            if (row.owner() == Owner.CLOSED) {
                return new AppendOutcome.Closed();
            }
            MessageSql.insertCustomer(sql, tenant(), conversation, row.nextSeq(), clientMessageId, text);
            ConversationSql.advance(sql, conversation, row.owner());
            outbox(sql, "message", conversation, row.nextSeq());
            if (row.owner() != Owner.ASSISTANT) {
                return new AppendOutcome.ForPerson(row.nextSeq());
            }
            UUID turn = TurnSql.insert(sql, tenant(), conversation, row.nextSeq(), answerWithin);
            return new AppendOutcome.Appended(row.nextSeq(), turn);
        });
    }

    @Override
    public Optional<ClaimedTurn> claim(Duration lease) {
        return database.inTransaction(sql -> TurnSql.claim(sql, lease));
    }

    @Override
    public ReplyOutcome reply(ClaimedTurn turn, String text, Owner next, String decisionJson) {
        return database.inTransaction(sql -> {
            ConversationRow row =
                    ConversationSql.lock(sql, turn.conversation()).orElseThrow();
            if (!TurnSql.finish(sql, turn)) {
                return new ReplyOutcome.Superseded();
            }
            TurnSql.insertDecision(sql, tenant(), turn.id(), decisionJson);
            audit.record(sql, "turn.done", turn.id().toString());
            if (row.owner() != Owner.ASSISTANT) {
                return new ReplyOutcome.PersonOwns();
            }
            MessageSql.insertReply(sql, tenant(), turn, row.nextSeq(), text);
            ConversationSql.advance(sql, turn.conversation(), next);
            outbox(sql, "message", turn.conversation(), row.nextSeq());
            return new ReplyOutcome.Stored(row.nextSeq());
        });
    }

    @Override
    public List<Message> messages(UUID conversation, long afterSeq, int limit) {
        return database.inTransaction(sql -> MessageSql.after(sql, conversation, afterSeq, limit));
    }

    @Override
    public Optional<String> decision(UUID turn) {
        return database.inTransaction(sql -> TurnSql.decision(sql, turn));
    }

    private static void outbox(Handle sql, String topic, UUID conversation, long seq) {
        sql.execute(
                "INSERT INTO outbox (tenant_id, id, topic, payload)"
                        + " VALUES (?, ?, ?, jsonb_build_object('conversation', ?::text, 'seq', ?::bigint))",
                tenant(),
                UuidV7.next(),
                topic,
                conversation.toString(),
                seq);
    }

    private static UUID tenant() {
        return CurrentTenant.get().id();
    }
}
