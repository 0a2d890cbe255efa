package io.openteller.platform.conversation.internal;

import io.openteller.platform.conversation.Message;
import io.openteller.platform.conversation.Reply;
import io.openteller.platform.coordination.Hint;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.Work;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.UuidV7;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** A message and the outbox row that tells of it; only for a caller that holds the conversation's row lock. */
@Singleton
class Writing {

    // Each is one way to the database and back, and one statement to plan and to run.
    private static final String REPLY =
            "WITH replied AS (" + ConversationSql.REPLIED + "), told AS (" + OutboxSql.INSERT + ") " + MessageSql.INSERT;
    private static final String REPLY_AND_HAND = "WITH replied AS (" + ConversationSql.REPLIED + "), handed AS ("
            + OutboxSql.INSERT_OWNER + "), told AS (" + OutboxSql.INSERT + ") " + MessageSql.INSERT;
    private static final String NEXT =
            "WITH advanced AS (" + ConversationSql.ADVANCE + "), told AS (" + OutboxSql.INSERT + ") " + MessageSql.INSERT;
    private static final String NEXT_TO_ANSWER = "WITH advanced AS (" + ConversationSql.ADVANCE + "), told AS ("
            + OutboxSql.INSERT + "), waits AS (" + TurnSql.INSERT + ") " + MessageSql.INSERT;

    private final TenantDatabase database;
    private final Hints hints;
    private final Watchers watchers;
    private final ToldChanges told;

    Writing(TenantDatabase database, Hints hints, Watchers watchers, ToldChanges told) {
        this.database = database;
        this.hints = hints;
        this.watchers = watchers;
        this.told = told;
    }

    /** @return the sequence number that it used up */
    long message(Handle sql, UUID conversation, ConversationRow locked, NewMessage message) {
        Hint hint = hint(conversation, "message");
        written(sql.createQuery(NEXT), hint, locked, message);
        tell(hint);
        return locked.nextSeq();
    }

    /** The same where it is known how the conversation stands then: the streams of this process need not read it. */
    long message(Handle sql, UUID conversation, ConversationRow locked, NewMessage message, ConversationState after) {
        return shown(sql.createQuery(NEXT), List.of(hint(conversation, "message")), locked, message, after);
    }

    /** What a turn says, and what it came to: it may have handed the conversation over. */
    long reply(
            Handle sql, UUID conversation, ConversationRow locked, NewMessage message, Reply reply, ConversationState after) {
        Hint hint = hint(conversation, "message");
        boolean handed = after.owner() != locked.owner();
        Query statement = ConversationSql.replied(
                sql.createQuery(handed ? REPLY_AND_HAND : REPLY), conversation, reply, handed, 1);
        if (!handed) {
            return shown(statement, List.of(hint), locked, message, after);
        }
        Hint owner = hint(conversation, "owner");
        return shown(statement.bind("ownerHint", owner.id()), List.of(owner, hint), locked, message, after);
    }

    /** A message that the assistant has to answer. */
    void messageToAnswer(
            Handle sql,
            UUID conversation,
            ConversationRow locked,
            NewMessage message,
            ConversationState after,
            NewTurn turn) {
        Query statement = TurnSql.bound(sql.createQuery(NEXT_TO_ANSWER), turn);
        shown(statement, List.of(hint(conversation, "message")), locked, message, after);
        if (turn.lease() == null) {
            turnWaits();
        }
    }

    /** @param told by the statement; that of the message comes last */
    private long shown(
            Query statement, List<Hint> told, ConversationRow locked, NewMessage message, ConversationState after) {
        Hint hint = told.getLast();
        Message stored = written(statement, hint, locked, message);
        Change change = new Change(stored, after, told.stream().map(Hint::id).toList());
        database.afterCommit(() -> watchers.stored(hint.conversation(), change));
        told.forEach(this::tell);
        return locked.nextSeq();
    }

    private static Message written(Query statement, Hint hint, ConversationRow locked, NewMessage message) {
        return MessageSql.insert(OutboxSql.bound(statement, hint), locked.nextSeq(), message);
    }

    /** Somebody has to answer: known to this process once the turn is stored. */
    void turnWaits() {
        Tenant tenant = CurrentTenant.get();
        database.afterCommit(() -> hints.workWaits(tenant, Work.TURNS));
    }

    /** @param what changed: {@code message}, {@code owner} or {@code customer} */
    void changed(Handle sql, UUID conversation, String what) {
        Hint hint = hint(conversation, what);
        OutboxSql.insert(sql, hint);
        tell(hint);
    }

    private static Hint hint(UUID conversation, String what) {
        return new Hint(UuidV7.next(), CurrentTenant.get().id(), conversation, what);
    }

    /** At once; and should this process die before it does, or Redis not be there, the row tells it later. */
    private void tell(Hint hint) {
        database.afterCommit(() -> {
            hints.publish(hint);
            told.add(hint);
        });
    }
}
