package io.openteller.platform.conversation.internal;

import io.openteller.platform.conversation.Message;
import io.openteller.platform.coordination.Hint;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.Work;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.UuidV7;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** A message and the outbox row that tells of it; only for a caller that holds the conversation's row lock. */
@Singleton
class Writing {

    private final TenantDatabase database;
    private final Hints hints;
    private final Watchers watchers;

    Writing(TenantDatabase database, Hints hints, Watchers watchers) {
        this.database = database;
        this.hints = hints;
        this.watchers = watchers;
    }

    /** @return the sequence number that it used up */
    long message(Handle sql, UUID conversation, ConversationRow locked, NewMessage message) {
        List<Hint> hints = List.of(hint(conversation, "message"));
        MessageSql.insert(sql, CurrentTenant.get().id(), conversation, locked.nextSeq(), message, true, hints);
        hints.forEach(this::tell);
        return locked.nextSeq();
    }

    /** The same where it is known how the conversation stands then: the streams of this process need not read it. */
    long message(Handle sql, UUID conversation, ConversationRow locked, NewMessage message, ConversationState after) {
        return placed(sql, conversation, locked, message, after, true);
    }

    /** The same for a caller that has used up the sequence number itself, in a statement of its own, and may have handed it over. */
    long placed(Handle sql, UUID conversation, ConversationRow locked, NewMessage message, ConversationState after) {
        return placed(sql, conversation, locked, message, after, false);
    }

    private long placed(
            Handle sql, UUID conversation, ConversationRow locked, NewMessage message, ConversationState after, boolean advance) {
        List<Hint> hints = new ArrayList<>();
        if (after.owner() != locked.owner()) {
            hints.add(hint(conversation, "owner"));
        }
        hints.add(hint(conversation, "message"));
        Message stored = MessageSql.insert(
                sql, CurrentTenant.get().id(), conversation, locked.nextSeq(), message, advance, hints);
        Change change = new Change(stored, after, hints.stream().map(Hint::id).toList());
        database.afterCommit(() -> watchers.stored(conversation, change));
        hints.forEach(this::tell);
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
        tell(hint);
    }

    private static Hint hint(UUID conversation, String what) {
        return new Hint(UuidV7.next(), CurrentTenant.get().id(), conversation, what);
    }

    /** At once; and should this process die before it does, or Redis not be there, the row tells it later. */
    private void tell(Hint hint) {
        Tenant tenant = CurrentTenant.get();
        database.afterCommit(() -> {
            hints.publish(hint);
            hints.workWaits(tenant, Work.CHANGES);
        });
    }
}
