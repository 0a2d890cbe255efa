package io.openteller.platform.conversation.internal;

import io.openteller.platform.audit.Audit;
import io.openteller.platform.conversation.ClaimedTurn;
import io.openteller.platform.conversation.Owner;
import io.openteller.platform.conversation.Reply;
import io.openteller.platform.conversation.ReplyOutcome;
import io.openteller.platform.conversation.TurnQueue;
import io.openteller.platform.conversation.TurnRecord;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The turn protocol as transactions: claimed with a fence, answered in the one place that each turn has. */
@Singleton
class StoredTurns implements TurnQueue {

    private final TenantDatabase database;
    private final Audit audit;
    private final Writing writing;
    private final Clock clock;

    StoredTurns(TenantDatabase database, Audit audit, Writing writing, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.writing = writing;
        this.clock = clock;
    }

    @Override
    public Optional<ClaimedTurn> claim(Duration lease) {
        return database.inTransaction(sql -> {
            Optional<ClaimedTurn> claimed = TurnSql.claim(sql, lease, clock.instant());
            // Where one was left behind there are more: whoever else is free here takes them meanwhile.
            claimed.filter(turn -> turn.fence() > 1).ifPresent(turn -> writing.turnWaits());
            return claimed;
        });
    }

    @Override
    public void letGo(ClaimedTurn turn) {
        database.inTransaction(sql -> TurnSql.letGo(sql, turn));
    }

    @Override
    public ReplyOutcome reply(ClaimedTurn turn, Reply reply) {
        return database.inTransaction(sql -> {
            Optional<TurnSql.Finished> finished = TurnSql.finish(sql, turn, reply.decisionJson());
            if (finished.isEmpty()) {
                return new ReplyOutcome.Superseded();
            }
            ReplyOutcome outcome = said(sql, turn, reply, finished.get());
            if (finished.get().othersWait()) {
                writing.turnWaits();
            }
            // Last: a bank's chain has one writer until it commits.
            audit.record(sql, "turn.done", turn.id().toString());
            return outcome;
        });
    }

    private ReplyOutcome said(Handle sql, ClaimedTurn turn, Reply reply, TurnSql.Finished finished) {
        ConversationRow row = finished.conversation();
        if (row.owner() != Owner.ASSISTANT) {
            writing.changed(sql, turn.conversation(), "owner");
            return new ReplyOutcome.PersonOwns();
        }
        if (reply.text().isBlank()) {
            boolean handed = reply.next() != row.owner();
            ConversationSql.replied(sql.createUpdate(ConversationSql.REPLIED), turn.conversation(), reply, handed, 0)
                    .execute();
            if (handed) {
                writing.changed(sql, turn.conversation(), "owner");
            }
            return new ReplyOutcome.Silent();
        }
        var message = NewMessage.reply(turn.id(), reply.text(), reply.detailJson());
        ConversationState after = row.handed(reply.next(), finished.othersWait());
        return new ReplyOutcome.Stored(writing.reply(sql, turn.conversation(), row, message, reply, after));
    }

    @Override
    public boolean wake(UUID conversation, UUID by, Duration answerWithin) {
        return database.inTransaction(sql -> {
            ConversationRow row = ConversationSql.lock(sql, conversation).orElseThrow();
            if (row.owner() != Owner.ASSISTANT) {
                return false;
            }
            TurnSql.wake(sql, conversation, row.nextSeq() - 1, by, answerWithin);
            writing.turnWaits();
            writing.changed(sql, conversation, "customer");
            return true;
        });
    }

    @Override
    public Optional<String> decision(UUID turn) {
        return database.inTransaction(sql -> TurnSql.decision(sql, turn));
    }

    @Override
    public int refusalsInARow(UUID conversation) {
        return database.inTransaction(sql -> TurnSql.refusalsInARow(sql, conversation));
    }

    @Override
    public List<TurnRecord> decisions(UUID conversation) {
        return database.inTransaction(sql -> TurnSql.decisions(sql, conversation));
    }
}
