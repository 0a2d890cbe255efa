package io.openteller.platform.conversation.internal;

import io.micronaut.scheduling.annotation.Scheduled;
import io.openteller.platform.coordination.Hint;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who has which conversation open in this process. Told by hints; and as hints may get lost, every few seconds one look per bank,
 * however many streams it has, finds what changed lately and was not seen.
 */
@Singleton
class Watchers {

    private static final Logger log = LoggerFactory.getLogger(Watchers.class);

    /** So much later than it began a transaction may become visible, and be found. */
    private static final int LATE_SECONDS = 15;

    private final Hints hints;
    private final TenantDatabase database;
    private final Map<UUID, Bank> banks = new ConcurrentHashMap<>();

    Watchers(Hints hints, TenantDatabase database) {
        this.hints = hints;
        this.database = database;
    }

    /** One that watches. Both must return quickly. */
    interface Watcher {

        /** Something changed. */
        void look();

        /** Whether a conversation in this state has something that was not looked at yet. */
        boolean isBehind(long lastSeq, long version);
    }

    private static final class Bank {
        private final Tenant tenant;
        private final Map<UUID, List<Watcher>> open = new ConcurrentHashMap<>();
        private final Hints.Listening listening;

        private Bank(Tenant tenant, Hints hints) {
            this.tenant = tenant;
            this.listening = hints.listen(tenant, this::told);
        }

        private void told(Hint hint) {
            open.getOrDefault(hint.conversation(), List.of()).forEach(Watcher::look);
        }

        private boolean isAlone() {
            return open.isEmpty();
        }
    }

    Hints.Listening watch(Tenant tenant, UUID conversation, Watcher watcher) {
        banks.compute(tenant.id(), (id, known) -> {
            Bank bank = known == null ? new Bank(tenant, hints) : known;
            bank.open.computeIfAbsent(conversation, one -> new CopyOnWriteArrayList<>()).add(watcher);
            return bank;
        });
        return () -> forget(tenant, conversation, watcher);
    }

    private void forget(Tenant tenant, UUID conversation, Watcher watcher) {
        banks.computeIfPresent(tenant.id(), (id, bank) -> {
            bank.open.computeIfPresent(conversation, (one, all) -> {
                all.remove(watcher);
                return all.isEmpty() ? null : all;
            });
            if (bank.isAlone()) {
                bank.listening.close();
                return null;
            }
            return bank;
        });
    }

    private record Changed(UUID conversation, long lastSeq, long version) {}

    @Scheduled(fixedDelay = "3s")
    void lookForLost() {
        for (Bank bank : new ArrayList<>(banks.values())) {
            try {
                CurrentTenant.run(bank.tenant, () -> lately().forEach(changed -> bank
                        .open
                        .getOrDefault(changed.conversation(), List.of())
                        .stream()
                        .filter(watcher -> watcher.isBehind(changed.lastSeq(), changed.version()))
                        .forEach(Watcher::look)));
            } catch (RuntimeException failure) {
                log.warn("changes that nobody told could not be looked for tenant={}", bank.tenant.id(), failure);
            }
        }
    }

    private List<Changed> lately() {
        return database.inTransaction(sql -> sql.createQuery("SELECT id, next_seq - 1 AS last_seq, version FROM conversation"
                        + " WHERE updated_at > clock_timestamp() - make_interval(secs => ?)")
                .bind(0, LATE_SECONDS)
                .map((row, context) ->
                        new Changed(row.getObject("id", UUID.class), row.getLong("last_seq"), row.getLong("version")))
                .list());
    }
}
