package io.openteller.platform.conversation.internal;

import io.openteller.platform.coordination.Hint;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.Work;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.UuidV7;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** A message and the outbox row that tells of it; only for a caller that holds the conversation's row lock. */
@Singleton
class Writing {

    // Each is one way to the database and back, and one statement to plan and to run.
    private static final String HERE = "WITH told AS (" + OutboxSql.INSERT + ") " + MessageSql.INSERT;
    private static final String NEXT =
            "WITH advanced AS (" + ConversationSql.ADVANCE + "), told AS (" + OutboxSql.INSERT + ") " + MessageSql.INSERT;
    private static final String NEXT_TO_ANSWER = "WITH advanced AS (" + ConversationSql.ADVANCE + "), told AS ("
            + OutboxSql.INSERT + "), waits AS (" + TurnSql.INSERT + ") " + MessageSql.INSERT;

    private final TenantDatabase database;
    private final Hints hints;

    Writing(TenantDatabase database, Hints hints) {
        this.database = database;
        this.hints = hints;
    }

    /** @return the sequence number that it used up */
    long message(Handle sql, UUID conversation, ConversationRow locked, NewMessage message) {
        return written(sql.createUpdate(NEXT), conversation, locked, message);
    }

    /** The same for a caller that has used up the sequence number itself, in a statement of its own. */
    long placed(Handle sql, UUID conversation, ConversationRow locked, NewMessage message) {
        return written(sql.createUpdate(HERE), conversation, locked, message);
    }

    /** A message that the assistant has to answer. @return the turn */
    UUID messageToAnswer(
            Handle sql,
            UUID conversation,
            ConversationRow locked,
            NewMessage message,
            @Nullable UUID resumes,
            Duration answerWithin) {
        UUID turn = UuidV7.next();
        written(
                TurnSql.bound(sql.createUpdate(NEXT_TO_ANSWER), turn, resumes, answerWithin), conversation, locked, message);
        turnWaits();
        return turn;
    }

    private long written(Update statement, UUID conversation, ConversationRow locked, NewMessage message) {
        Hint hint = hint(conversation, "message");
        MessageSql.bound(OutboxSql.bound(statement, hint), locked.nextSeq(), message)
                .execute();
        told(hint);
        return locked.nextSeq();
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
        told(hint);
    }

    private static Hint hint(UUID conversation, String what) {
        return new Hint(UuidV7.next(), CurrentTenant.get().id(), conversation, what);
    }

    /** At once; and should this process die before it does, or Redis not be there, the row tells it later. */
    private void told(Hint hint) {
        Tenant tenant = CurrentTenant.get();
        database.afterCommit(() -> {
            hints.publish(hint);
            hints.workWaits(tenant, Work.CHANGES);
        });
    }
}
