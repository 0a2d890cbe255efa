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

    /** One that watches a conversation. All must return quickly. */
    interface Watcher {

        /** Something changed. */
        void hear(Hint hint);

        /** This process has stored something: called after the commit, and before the hint that says so. */
        void hand(Change change);

        /** How the conversation stands, for whoever has not seen it. */
        void check(long lastSeq, long version);
    }

    private static final class Bank {
        private final Tenant tenant;
        private final Map<UUID, Watcher> open = new ConcurrentHashMap<>();
        private final Hints.Listening listening;
        /** When what changed was last looked for. */
        private volatile long looked = System.nanoTime();

        private Bank(Tenant tenant, Hints hints) {
            this.tenant = tenant;
            this.listening = hints.listen(tenant, this::told);
        }

        private void told(Hint hint) {
            Watcher watcher = open.get(hint.conversation());
            if (watcher != null) {
                watcher.hear(hint);
            }
        }

        private boolean isAlone() {
            return open.isEmpty();
        }
    }

    /** One for each conversation of a bank. */
    Hints.Listening watch(Tenant tenant, UUID conversation, Watcher watcher) {
        banks.compute(tenant.id(), (id, known) -> {
            Bank bank = known == null ? new Bank(tenant, hints) : known;
            bank.open.put(conversation, watcher);
            return bank;
        });
        return () -> forget(tenant, conversation, watcher);
    }

    private void forget(Tenant tenant, UUID conversation, Watcher watcher) {
        banks.computeIfPresent(tenant.id(), (id, bank) -> {
            bank.open.remove(conversation, watcher);
            if (bank.isAlone()) {
                bank.listening.close();
                return null;
            }
            return bank;
        });
    }

    /** What a transaction of the current tenant has stored, once it has committed. */
    void stored(UUID conversation, Change change) {
        Bank bank = banks.get(CurrentTenant.get().id());
        Watcher watcher = bank == null ? null : bank.open.get(conversation);
        if (watcher != null) {
            watcher.hand(change);
        }
    }

    private record Changed(UUID conversation, long lastSeq, long version) {}

    @Scheduled(fixedDelay = "3s")
    void lookForLost() {
        for (Bank bank : new ArrayList<>(banks.values())) {
            try {
                CurrentTenant.run(bank.tenant, () -> lookForLost(bank));
            } catch (RuntimeException failure) {
                log.warn("changes that nobody told could not be looked for tenant={}", bank.tenant.id(), failure);
            }
        }
    }

    /** Since the last time that it could be looked: while the database was away, hints may have been lost as well. */
    private void lookForLost(Bank bank) {
        long now = System.nanoTime();
        for (Changed changed : since(LATE_SECONDS + (now - bank.looked) / 1e9)) {
            Watcher watcher = bank.open.get(changed.conversation());
            if (watcher != null) {
                watcher.check(changed.lastSeq(), changed.version());
            }
        }
        bank.looked = now;
    }

    private List<Changed> since(double seconds) {
        return database.inTransaction(sql -> sql.createQuery("SELECT id, next_seq - 1 AS last_seq, version FROM conversation"
                        + " WHERE updated_at > clock_timestamp() - make_interval(secs => ?)")
                .bind(0, seconds)
                .map((row, context) ->
                        new Changed(row.getObject("id", UUID.class), row.getLong("last_seq"), row.getLong("version")))
                .list());
    }
}
