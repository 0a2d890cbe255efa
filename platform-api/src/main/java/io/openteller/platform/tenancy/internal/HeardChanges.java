package io.openteller.platform.tenancy.internal;

import io.micronaut.scheduling.annotation.Scheduled;
import io.openteller.platform.tenancy.BankChanges;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.PlatformDatabase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks once a second which banks changed lately: triggers of the tables say so, whoever changes them. */
@Singleton
class HeardChanges implements BankChanges {

    private static final Logger log = LoggerFactory.getLogger(HeardChanges.class);

    private static final Duration GOOD_FOR = Duration.ofSeconds(3);

    private final PlatformDatabase database;
    private final Map<UUID, Long> numbers = new ConcurrentHashMap<>();
    private Map<UUID, Double> last = Map.of();
    private volatile long heardAt;
    private volatile boolean heard;
    /** How often nothing was heard for a while. */
    private volatile long gaps;

    HeardChanges(PlatformDatabase database) {
        this.database = database;
    }

    @Override
    public long of(UUID bank) {
        return gaps + numbers.getOrDefault(bank, 0L);
    }

    @Override
    public void changed() {
        changed(CurrentTenant.get().id());
    }

    @Override
    public boolean areHeard() {
        return heard && System.nanoTime() - heardAt < GOOD_FOR.toNanos();
    }

    private void changed(UUID bank) {
        numbers.merge(bank, 1L, Long::sum);
    }

    @Scheduled(fixedDelay = "1s")
    synchronized void hear() {
        long asked = System.nanoTime();
        try {
            Map<UUID, Double> now = database.inTransaction(sql -> sql.createQuery("SELECT bank, last FROM banks_changed()")
                    .map((row, context) -> Map.entry(row.getObject("bank", UUID.class), row.getDouble("last")))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
            if (!areHeard()) {
                // What came and went meanwhile is not known: everything is looked up anew.
                gaps++;
            }
            now.forEach((bank, at) -> {
                if (!at.equals(last.get(bank))) {
                    changed(bank);
                }
            });
            last = now;
            heardAt = asked;
            heard = true;
        } catch (RuntimeException failure) {
            log.warn("what banks changed could not be asked for; it is looked up every two seconds", failure);
        }
    }

    @Scheduled(fixedDelay = "10m")
    void forgetOld() {
        database.inTransaction(sql -> sql.createQuery("SELECT forget_bank_changes()").mapTo(Long.class).one());
    }
}
