package io.openteller.platform.conversation.internal;

import io.openteller.platform.audit.Audit;
import io.openteller.platform.conversation.Owner;
import io.openteller.platform.conversation.Ownership;
import io.openteller.platform.conversation.OwnershipOutcome;
import io.openteller.platform.conversation.Person;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Changes of hands, each under the conversation's row lock, so that two people cannot both win. */
@Singleton
class StoredOwnership implements Ownership {

    private final TenantDatabase database;
    private final Audit audit;
    private final Writing writing;

    StoredOwnership(TenantDatabase database, Audit audit, Writing writing) {
        this.database = database;
        this.audit = audit;
        this.writing = writing;
    }

    @Override
    public OwnershipOutcome requestPerson(UUID conversation, String announcement) {
        return database.inTransaction(sql -> locked(sql, conversation, row -> row.owner() == Owner.ASSISTANT
                ? hand(sql, conversation, row, Owner.QUEUE, null, "conversation.queued", announcement)
                : new OwnershipOutcome.Unchanged()));
    }

    @Override
    public OwnershipOutcome take(UUID conversation, Person person, long version, String announcement) {
        return database.inTransaction(sql -> locked(sql, conversation, row -> {
            if (holds(row, person)) {
                return new OwnershipOutcome.Unchanged();
            }
            if (row.owner() == Owner.AGENT || row.version() != version) {
                return new OwnershipOutcome.Conflict(row.owner(), row.agent());
            }
            return hand(sql, conversation, row, Owner.AGENT, person, "conversation.taken", announcement);
        }));
    }

    @Override
    public OwnershipOutcome transfer(
            UUID conversation, Person person, @Nullable Person to, long version, String announcement) {
        Owner next = to == null ? Owner.QUEUE : Owner.AGENT;
        return byHolder(conversation, person, version, next, to, "conversation.transferred", announcement);
    }

    @Override
    public OwnershipOutcome release(UUID conversation, Person person, long version, String announcement) {
        return byHolder(
                conversation, person, version, Owner.ASSISTANT, null, "conversation.released", announcement);
    }

    @Override
    public OwnershipOutcome close(UUID conversation, Person person, long version, String announcement) {
        return byHolder(conversation, person, version, Owner.CLOSED, null, "conversation.closed", announcement);
    }

    @Override
    public OwnershipOutcome say(UUID conversation, Person person, String clientMessageId, String text) {
        return database.inTransaction(sql -> locked(sql, conversation, row -> {
            Optional<Long> before = MessageSql.seqOf(sql, conversation, clientMessageId);
            if (before.isPresent()) {
                return new OwnershipOutcome.Done(before.get());
            }
            if (!holds(row, person)) {
                return new OwnershipOutcome.Conflict(row.owner(), row.agent());
            }
            var message = NewMessage.ofPerson(person, clientMessageId, text);
            return new OwnershipOutcome.Done(writing.message(sql, conversation, row, message, row.with(false)));
        }));
    }

    private OwnershipOutcome byHolder(
            UUID conversation,
            Person person,
            long version,
            Owner next,
            @Nullable Person to,
            String action,
            String announcement) {
        return database.inTransaction(
                sql -> locked(sql, conversation, row -> holds(row, person) && row.version() == version
                        ? hand(sql, conversation, row, next, to, action, announcement)
                        : new OwnershipOutcome.Conflict(row.owner(), row.agent())));
    }

    private OwnershipOutcome hand(
            Handle sql,
            UUID conversation,
            ConversationRow row,
            Owner next,
            @Nullable Person to,
            String action,
            String announcement) {
        ConversationSql.own(sql, conversation, next, to);
        writing.changed(sql, conversation, "owner");
        audit.record(sql, action, conversation.toString());
        return new OwnershipOutcome.Done(
                writing.message(sql, conversation, row, NewMessage.ofSystem(announcement)));
    }

    private static OwnershipOutcome locked(
            Handle sql, UUID conversation, Function<ConversationRow, OwnershipOutcome> change) {
        return ConversationSql.lock(sql, conversation)
                .map(row -> row.owner() == Owner.CLOSED ? new OwnershipOutcome.Closed() : change.apply(row))
                .orElseGet(OwnershipOutcome.Unknown::new);
    }

    private static boolean holds(ConversationRow row, Person person) {
        return row.agent() != null && row.agent().id().equals(person.id());
    }
}
