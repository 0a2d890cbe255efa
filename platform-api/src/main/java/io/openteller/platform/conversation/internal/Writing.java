package io.openteller.platform.conversation.internal;

import io.openteller.platform.coordination.Hint;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.Work;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.UuidV7;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** A message and the outbox row that tells of it; only for a caller that holds the conversation's row lock. */
@Singleton
class Writing {

    private final TenantDatabase database;
    private final Hints hints;

    Writing(TenantDatabase database, Hints hints) {
        this.database = database;
        this.hints = hints;
    }

    /** @return the sequence number that it used up */
    long message(Handle sql, UUID conversation, ConversationRow locked, NewMessage message) {
        ConversationSql.advance(sql, conversation);
        return placed(sql, conversation, locked, message);
    }

    /** The same for a caller that has used up the sequence number itself, in a statement of its own. */
    long placed(Handle sql, UUID conversation, ConversationRow locked, NewMessage message) {
        MessageSql.insert(sql, CurrentTenant.get().id(), conversation, locked.nextSeq(), message);
        changed(sql, conversation, "message");
        return locked.nextSeq();
    }

    /** Somebody has to answer: known to this process once the turn is stored. */
    void turnWaits() {
        Tenant tenant = CurrentTenant.get();
        database.afterCommit(() -> hints.workWaits(tenant, Work.TURNS));
    }

    /** @param what changed: {@code message}, {@code owner} or {@code customer} */
    void changed(Handle sql, UUID conversation, String what) {
        Tenant tenant = CurrentTenant.get();
        Hint hint = new Hint(UuidV7.next(), tenant.id(), conversation, what);
        OutboxSql.insert(sql, hint);
        // At once; and should this process die before it does, or Redis not be there, the row tells it later.
        database.afterCommit(() -> {
            hints.publish(hint);
            hints.workWaits(tenant, Work.CHANGES);
        });
    }
}
