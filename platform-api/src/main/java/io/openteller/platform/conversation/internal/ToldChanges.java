package io.openteller.platform.conversation.internal;

import io.micronaut.context.annotation.Property;
import io.micronaut.scheduling.annotation.Scheduled;
import io.openteller.platform.coordination.Hint;
import io.openteller.platform.tenancy.PlatformDatabase;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the outbox rows of changes away that this process has stored and told, those of all banks in one transaction. Rows that are
 * left, because a process died in between, are told again by {@link OutboxRelay}: twice at the most, never not at all.
 */
@Singleton
class ToldChanges {

    private static final Logger log = LoggerFactory.getLogger(ToldChanges.class);

    private final PlatformDatabase database;
    private final boolean takesAway;
    private final ConcurrentLinkedQueue<Hint> told = new ConcurrentLinkedQueue<>();

    ToldChanges(
            PlatformDatabase database,
            @Property(name = "openteller.relay.loop", defaultValue = "true") boolean takesAway) {
        this.database = database;
        this.takesAway = takesAway;
    }

    void add(Hint hint) {
        if (takesAway) {
            told.add(hint);
        }
    }

    @Scheduled(fixedDelay = "500ms")
    @PreDestroy
    void takeAway() {
        List<UUID> banks = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        for (Hint hint = told.poll(); hint != null; hint = told.poll()) {
            banks.add(hint.tenant());
            ids.add(hint.id());
        }
        if (ids.isEmpty()) {
            return;
        }
        try {
            database.inTransaction(sql -> sql.createQuery("SELECT forget_told(:banks, :ids)")
                    .bindArray("banks", UUID.class, banks)
                    .bindArray("ids", UUID.class, ids)
                    .mapTo(Long.class)
                    .one());
        } catch (RuntimeException failure) {
            log.warn("changes={} were told and not taken away; they are told again", ids.size(), failure);
        }
    }
}
