package io.openteller.platform.conversation.internal;

import io.openteller.platform.conversation.AppendOutcome;
import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.conversation.ConversationFilter;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.CustomerMark;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.conversation.Opening;
import io.openteller.platform.conversation.Owner;
import io.openteller.platform.conversation.StepTaken;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.UuidV7;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What customers do, as transactions. The order of statements inside each matters: the conversation row is the lock. */
@Singleton
class StoredConversations implements Conversations {

    private final TenantDatabase database;
    private final Writing writing;

    StoredConversations(TenantDatabase database, Writing writing) {
        this.database = database;
        this.writing = writing;
    }

    @Override
    public UUID open(Opening opening) {
        UUID id = UuidV7.next();
        return database.inTransaction(sql -> {
            ConversationSql.insert(sql, CurrentTenant.get().id(), id, opening);
            ConversationRow row = ConversationSql.lock(sql, id).orElseThrow();
            writing.message(sql, id, row, NewMessage.ofAssistant(opening.greeting()));
            return id;
        });
    }

    @Override
    public Optional<Conversation> lately(String customerRef, Duration within) {
        return database.inTransaction(sql -> ConversationSql.lately(sql, customerRef, within));
    }

    @Override
    public AppendOutcome append(UUID conversation, String clientMessageId, String text, Duration answerWithin) {
        return database.inTransaction(sql ->
                appended(sql, conversation, NewMessage.ofCustomer(clientMessageId, text), null, answerWithin));
    }

    @Override
    public AppendOutcome resume(UUID conversation, StepTaken step, Duration answerWithin) {
        return database.inTransaction(
                sql -> appended(sql, conversation, NewMessage.ofStep(step), step.id(), answerWithin));
    }

    private AppendOutcome appended(
            Handle sql, UUID conversation, NewMessage message, @Nullable UUID resumes, Duration answerWithin) {
        Optional<ConversationRow> locked = ConversationSql.lock(sql, conversation);
        if (locked.isEmpty()) {
            return new AppendOutcome.Unknown();
        }
        String once = Objects.requireNonNull(message.clientMessageId());
        Optional<Long> before = MessageSql.seqOf(sql, conversation, once);
        if (before.isPresent()) {
            return new AppendOutcome.Duplicate(before.get());
        }
        ConversationRow row = locked.get();
        if (row.owner() == Owner.CLOSED) {
            return new AppendOutcome.Closed();
        }
        ConversationState after = row.with(true);
        return row.owner() == Owner.ASSISTANT
                ? new AppendOutcome.Appended(
                        row.nextSeq(),
                        writing.messageToAnswer(sql, conversation, row, message, after, resumes, answerWithin))
                : new AppendOutcome.ForPerson(writing.message(sql, conversation, row, message, after));
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
