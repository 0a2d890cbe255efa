package io.openteller.platform.conversation.internal;

import io.openteller.platform.conversation.AppendOutcome;
import io.openteller.platform.conversation.ClaimedTurn;
import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.conversation.ConversationFilter;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.CustomerMark;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.conversation.Opening;
import io.openteller.platform.conversation.Owner;
import io.openteller.platform.conversation.Seat;
import io.openteller.platform.conversation.Spoken;
import io.openteller.platform.conversation.StepTaken;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.Together;
import io.openteller.platform.tenancy.UuidV7;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** What customers do, as transactions. The order of statements inside each matters: the conversation row is the lock. */
@Singleton
class StoredConversations implements Conversations {

    private final TenantDatabase database;
    private final Writing writing;
    private final Clock clock;

    StoredConversations(TenantDatabase database, Writing writing, Clock clock) {
        this.database = database;
        this.writing = writing;
        this.clock = clock;
    }

    @Override
    public UUID open(Opening opening) {
        UUID id = UuidV7.next();
        return database.inTransaction(sql -> {
            ConversationRow row = ConversationSql.insert(sql, CurrentTenant.get().id(), id, opening);
            writing.message(sql, id, row, NewMessage.ofAssistant(opening.greeting()));
            return id;
        });
    }

    @Override
    public Optional<Conversation> lately(String customerRef, Duration within) {
        return database.inTransaction(sql -> ConversationSql.lately(sql, customerRef, within));
    }

    @Override
    public AppendOutcome append(
            UUID conversation, String clientMessageId, String text, Duration answerWithin, @Nullable Seat seat) {
        NewMessage message = NewMessage.ofCustomer(clientMessageId, text);
        return database.inTransaction(sql -> appended(sql, conversation, message, null, answerWithin, seat));
    }

    @Override
    public AppendOutcome resume(UUID conversation, StepTaken step, Duration answerWithin, @Nullable Seat seat) {
        NewMessage message = NewMessage.ofStep(step);
        return database.inTransaction(sql -> appended(sql, conversation, message, step.id(), answerWithin, seat));
    }

    private AppendOutcome appended(
            Handle sql,
            UUID conversation,
            NewMessage message,
            @Nullable UUID resumes,
            Duration answerWithin,
            @Nullable Seat seat) {
        Locked locked = locked(sql, conversation, Objects.requireNonNull(message.clientMessageId()));
        ConversationRow row = locked.conversation();
        if (row == null) {
            return new AppendOutcome.Unknown();
        }
        if (locked.before() != null) {
            return new AppendOutcome.Duplicate(locked.before());
        }
        if (row.owner() == Owner.CLOSED) {
            return new AppendOutcome.Closed();
        }
        ConversationState after = row.with(true);
        if (row.owner() != Owner.ASSISTANT) {
            return new AppendOutcome.ForPerson(writing.message(sql, conversation, row, message, after));
        }
        Seat begins = locked.othersWait() ? null : seat;
        UUID turn = UuidV7.next();
        writing.messageToAnswer(
                sql,
                conversation,
                row,
                message,
                after,
                new NewTurn(turn, resumes, answerWithin, begins == null ? null : begins.lease()));
        if (begins != null) {
            ClaimedTurn taken = new ClaimedTurn(
                    turn,
                    conversation,
                    row.nextSeq(),
                    message.text(),
                    resumes,
                    NewTurn.FIRST_FENCE,
                    clock.instant().plus(answerWithin));
            database.afterCommit(() -> begins.take(taken));
        }
        return new AppendOutcome.Appended(row.nextSeq(), turn);
    }

    /**
     * @param before where the same message stands already
     * @param othersWait whether a turn of the conversation is not over yet
     */
    private record Locked(
            @Nullable ConversationRow conversation, @Nullable Long before, boolean othersWait) {}

    private static Locked locked(Handle sql, UUID conversation, String clientMessageId) {
        Query both = sql.createQuery(ConversationSql.LOCK + "; " + MessageSql.SEQ_OF + "; " + TurnSql.OTHERS_WAIT)
                .bind("conversation", conversation)
                .bind("clientMessage", clientMessageId);
        return Together.read(both, answers -> new Locked(
                answers.row((row, context) -> ConversationSql.row(row)).orElse(null),
                answers.row((row, context) -> row.getLong("seq")).orElse(null),
                answers.row((row, context) -> row.getBoolean(1)).orElseThrow()));
    }

    @Override
    public Optional<Conversation> find(UUID conversation) {
        return database.inTransaction(sql -> ConversationSql.find(sql, conversation));
    }

    @Override
    public List<Conversation> list(ConversationFilter filter) {
        return database.inTransaction(sql -> ConversationSql.list(sql, filter));
    }

    @Override
    public List<Message> messages(UUID conversation, long afterSeq, int limit) {
        return database.inTransaction(sql -> MessageSql.after(sql, conversation, afterSeq, limit));
    }

    @Override
    public Optional<Spoken> newest(UUID conversation, int limit) {
        return database.inTransaction(sql -> spoken(sql.createQuery(ConversationSql.FIND + "; " + MessageSql.NEWEST)
                .bind("conversation", conversation)
                .bind("limit", limit)));
    }

    @Override
    public Optional<Spoken> after(UUID conversation, long afterSeq, int limit) {
        return database.inTransaction(sql -> spoken(sql.createQuery(ConversationSql.FIND + "; " + MessageSql.AFTER)
                .bind("conversation", conversation)
                .bind("after", afterSeq)
                .bind("limit", limit)));
    }

    private static Optional<Spoken> spoken(Query both) {
        return Together.read(both, answers -> {
            Optional<Conversation> found = answers.row((row, context) -> ConversationSql.conversation(row));
            List<Message> messages = answers.rows((row, context) -> MessageSql.message(row));
            return found.map(conversation -> new Spoken(conversation, messages));
        });
    }

    @Override
    public boolean mark(UUID conversation, CustomerMark mark) {
        return database.inTransaction(sql -> {
            boolean marked = switch (mark) {
                case CustomerMark.SteppedUp(Duration holds) ->
                    ConversationSql.stepUp(sql, conversation, TurnSql.seconds(holds));
                case CustomerMark.Voted(long seq, boolean helpful) ->
                    MessageSql.vote(sql, conversation, seq, helpful);
                case CustomerMark.Rated(int rating, String comment) ->
                    ConversationSql.rate(sql, conversation, rating, comment);
            };
            if (marked) {
                writing.changed(sql, conversation, "customer");
            }
            return marked;
        });
    }
}
