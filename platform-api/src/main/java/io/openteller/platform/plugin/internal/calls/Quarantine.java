package io.openteller.platform.plugin.internal.calls;

import io.micronaut.context.annotation.Property;
import io.openteller.platform.plugin.internal.calls.QuarantineSql.Due;
import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds back a bank's calls of a plugin that failed so many times in a row, until a check of it goes well. Pauses between two
 * checks grow. Kept in the database: it holds for all replicas and over a restart. The counting up to it is each replica's own.
 */
@Singleton
public class Quarantine {

    private static final Logger log = LoggerFactory.getLogger(Quarantine.class);

    private final QuarantineSql rows;
    private final BankVersions banks;
    private final Clock clock;
    private final int after;
    private final Duration shortest;
    private final Duration longest;
    private final Map<Key, AtomicInteger> inARow = new ConcurrentHashMap<>();

    Quarantine(
            QuarantineSql rows,
            BankVersions banks,
            Clock clock,
            @Property(name = "openteller.plugins.quarantine.after", defaultValue = "5") int after,
            @Property(name = "openteller.plugins.quarantine.first-pause", defaultValue = "5s") Duration shortest,
            @Property(name = "openteller.plugins.quarantine.longest-pause", defaultValue = "5m") Duration longest) {
        this.rows = rows;
        this.banks = banks;
        this.clock = clock;
        this.after = after;
        this.shortest = shortest;
        this.longest = longest;
    }

    private record Key(UUID bank, String plugin) {}

    private static Key key(String plugin) {
        return new Key(CurrentTenant.get().id(), plugin);
    }

    static String words(Quarantined held) {
        return "held back since " + held.since() + ", after " + held.reason() + "; it is tried again at " + held.probeAt();
    }

    void failed(String plugin, String cause) {
        int failures = inARow.computeIfAbsent(key(plugin), key -> new AtomicInteger()).incrementAndGet();
        if (failures >= after && inARow.remove(key(plugin)) != null) {
            holdBack(plugin, failures + " failures in a row, the last: " + cause);
        }
    }

    /** The caller's answer does not depend on it: if it cannot be kept, the count begins anew. */
    private void holdBack(String plugin, String why) {
        try {
            rows.open(plugin, clock.instant(), why, shortest, longest);
            banks.forget();
            log.warn("plugin held back plugin={} bank={}", plugin, CurrentTenant.get().slug().value());
        } catch (RuntimeException unkept) {
            log.error("plugin could not be held back plugin={}", plugin, unkept);
        }
    }

    void succeeded(String plugin) {
        inARow.remove(key(plugin));
    }

    /** It works, or is not what it was: it may be called again. */
    public void lift(String plugin) {
        inARow.remove(key(plugin));
        if (rows.lift(plugin, clock.instant())) {
            log.info("plugin called again plugin={} bank={}", plugin, CurrentTenant.get().slug().value());
        }
        banks.forget();
    }

    /** Those whose time has come; whoever gets them checks them, and nobody else does meanwhile. */
    List<Due> due(Duration checkedWithin) {
        return rows.claim(clock.instant(), checkedWithin, longest);
    }

    void stillBad(Due due, String why) {
        Duration next = due.pause().multipliedBy(2);
        rows.again(due.plugin(), clock.instant(), next.compareTo(longest) < 0 ? next : longest, why);
        banks.forget();
    }
}
