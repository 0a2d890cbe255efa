package io.openteller.platform.banking.internal.reference;

import io.micronaut.context.annotation.Property;
import io.openteller.platform.banking.internal.reference.SweepSql.Piece;
import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.Owner;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes references of conversations that are long over: nobody can use them any more. The calls themselves stay, with what
 * they were made with, as long as the audit's events do.
 */
@Singleton
public class Forgetting {

    private static final Logger log = LoggerFactory.getLogger(Forgetting.class);

    /** How many conversations are looked at in one piece, so that none takes long. */
    private static final int PIECE = 50;

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration ROUND = Duration.ofHours(12);

    private final SweepSql rows;
    private final Conversations conversations;
    private final TenantDatabase database;
    private final Clock clock;
    private final Duration kept;

    /** @param kept after the conversation was closed */
    Forgetting(
            SweepSql rows,
            Conversations conversations,
            TenantDatabase database,
            Clock clock,
            @Property(name = "openteller.banking.references-kept", defaultValue = "90d") Duration kept) {
        this.rows = rows;
        this.conversations = conversations;
        this.database = database;
        this.clock = clock;
        this.kept = kept;
    }

    /** One piece for the current bank. @return false if none is due, or the round is over */
    public boolean next() {
        Optional<Piece> piece = database.inTransaction(sql -> rows.claimed(sql, LEASE));
        if (piece.isEmpty()) {
            return false;
        }
        UUID after = piece.get().after();
        List<UUID> quiet = database.inTransaction(sql -> rows.quiet(sql, after, kept, PIECE));
        List<UUID> over = quiet.stream().filter(this::isLongOver).toList();
        boolean more = quiet.size() == PIECE;
        int removed = database.inTransaction(sql -> {
            int forgotten = over.isEmpty() ? 0 : rows.forget(sql, over);
            rows.done(sql, more ? quiet.getLast() : null, more ? Duration.ZERO : ROUND);
            return forgotten;
        });
        if (removed > 0) {
            log.info("references forgotten conversations={} references={}", over.size(), removed);
        }
        return more;
    }

    private boolean isLongOver(UUID conversation) {
        Instant before = clock.instant().minus(kept);
        Optional<Conversation> found = conversations.find(conversation);
        return found.isEmpty() || found.get().owner() == Owner.CLOSED && found.get().updatedAt().isBefore(before);
    }
}
