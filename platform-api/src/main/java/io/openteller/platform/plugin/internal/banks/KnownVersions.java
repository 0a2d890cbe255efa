package io.openteller.platform.plugin.internal.banks;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.openteller.packages.Manifest;
import io.openteller.platform.plugin.internal.calls.BankVersions;
import io.openteller.platform.plugin.internal.calls.InForce;
import io.openteller.platform.plugin.internal.calls.QuarantineSql;
import io.openteller.platform.plugin.internal.calls.Quarantined;
import io.openteller.platform.tenancy.BankChanges;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Lately;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What banks have switched on, from memory: no call waits for the database. A change is known here at once, on other replicas
 * within {@link #OLDEST}.
 */
@Singleton
class KnownVersions implements BankVersions {

    private static final Logger log = LoggerFactory.getLogger(KnownVersions.class);
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration OLDEST = Duration.ofSeconds(3);
    private static final int BANKS = 10_000;

    private final Shelf shelf;
    private final InstallationSql rows;
    private final QuarantineSql quarantine;
    private final Settings settings;
    private final TenantDatabase database;
    private final LoadingCache<Tenant, List<InForce>> known;
    private final Lately<Stored> stored;

    KnownVersions(
            Shelf shelf,
            InstallationSql rows,
            QuarantineSql quarantine,
            Settings settings,
            TenantDatabase database,
            BankChanges changes) {
        this.shelf = shelf;
        this.rows = rows;
        this.quarantine = quarantine;
        this.settings = settings;
        this.database = database;
        this.stored = new Lately<>(changes, database);
        this.known = Caffeine.newBuilder()
                .maximumSize(BANKS)
                .refreshAfterWrite(FRESH)
                .expireAfterWrite(OLDEST)
                .executor(work -> Thread.ofVirtual().name("plugins-of-a-bank").start(work))
                .build(bank -> CurrentTenant.call(bank, this::load));
    }

    @Override
    public List<InForce> inForce() {
        return known.get(CurrentTenant.get());
    }

    @Override
    public void forget() {
        stored.forget();
        known.invalidate(CurrentTenant.get());
    }

    private record Stored(Map<String, Kept> plugins, Map<String, Quarantined> held) {}

    private List<InForce> load() {
        Stored now = stored.of(() -> database.inTransaction(
                sql -> new Stored(new TreeMap<>(rows.all()), quarantine.now())));
        return now.plugins().entrySet().stream()
                .filter(one -> one.getValue().enabled())
                .flatMap(one -> inForce(one.getKey(), one.getValue(), now.held().get(one.getKey())).stream())
                .toList();
    }

    /** A version that is not installed cannot be called, nor one that could do more than the bank approved. */
    private List<InForce> inForce(String plugin, Kept kept, @Nullable Quarantined held) {
        return shelf.versions(plugin).stream()
                .filter(one -> kept.version() == null || one.version().equals(kept.version()))
                .limit(1)
                .map(one -> pinned(kept, of(one.manifest(), kept, settings.opened(plugin, kept), held)))
                .filter(one -> kept.approved() == null || within(kept.approved(), one.manifest()))
                .toList();
    }

    /** What was switched on before banks chose versions stays at the one that it has, and counts as approved. */
    private InForce pinned(Kept kept, InForce plugin) {
        if (kept.version() == null) {
            rows.pin(plugin.plugin(), plugin.manifest());
        }
        return plugin;
    }

    private static boolean within(Manifest approved, Manifest reach) {
        boolean within = !Comparison.of(approved, reach).widened();
        if (!within) {
            log.error("plugin could do more than was approved; it is not called plugin={}", reach.id());
        }
        return within;
    }

    static InForce of(Manifest manifest, Kept kept, Map<String, Object> all, @Nullable Quarantined held) {
        Map<String, String> values = new HashMap<>();
        all.forEach((name, value) -> values.put(name, String.valueOf(value)));
        return new InForce(
                Reach.filled(manifest, all), Map.copyOf(values), kept.bounds(manifest.resources()), held);
    }
}
