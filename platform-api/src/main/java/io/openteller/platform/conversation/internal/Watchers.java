package io.openteller.platform.conversation.internal;

import io.micronaut.scheduling.annotation.Scheduled;
import io.openteller.platform.coordination.Hint;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.PlatformDatabase;
import io.openteller.platform.tenancy.Tenant;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who has which conversation open in this process. Told by hints; and as hints may get lost, every few seconds one look for all
 * banks, however many streams they have, finds what changed lately and was not seen.
 */
@Singleton
class Watchers {

    private static final Logger log = LoggerFactory.getLogger(Watchers.class);

    /** So much later than it began a transaction may become visible, and be found. */
    private static final int LATE_SECONDS = 15;

    private final Hints hints;
    private final PlatformDatabase database;
    private final Map<UUID, Bank> banks = new ConcurrentHashMap<>();
    /** When what changed was last looked for; who watches later has read what was there. */
    private volatile long looked = System.nanoTime();

    Watchers(Hints hints, PlatformDatabase database) {
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
        private final Map<UUID, Watcher> open = new ConcurrentHashMap<>();
        private final Hints.Listening listening;

        private Bank(Tenant tenant, Hints hints) {
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

    private record Changed(UUID bank, UUID conversation, long lastSeq, long version) {}

    /** Since the last time that it could be looked: while the database was away, hints may have been lost as well. */
    @Scheduled(fixedDelay = "3s")
    void lookForLost() {
        if (banks.isEmpty()) {
            return;
        }
        long now = System.nanoTime();
        try {
            for (Changed changed : since(LATE_SECONDS + (now - looked) / 1e9)) {
                Bank bank = banks.get(changed.bank());
                Watcher watcher = bank == null ? null : bank.open.get(changed.conversation());
                if (watcher != null) {
                    watcher.check(changed.lastSeq(), changed.version());
                }
            }
            looked = now;
        } catch (RuntimeException failure) {
            log.warn("changes that nobody told could not be looked for", failure);
        }
    }

    private List<Changed> since(double seconds) {
        return database.inTransaction(sql -> sql.createQuery("SELECT * FROM conversations_changed(:banks, :seconds)")
                .bindArray("banks", UUID.class, List.copyOf(banks.keySet()))
                .bind("seconds", seconds)
                .map((row, context) -> new Changed(
                        row.getObject("bank", UUID.class),
                        row.getObject("conversation", UUID.class),
                        row.getLong("last_seq"),
                        row.getLong("version")))
                .list());
    }
}
