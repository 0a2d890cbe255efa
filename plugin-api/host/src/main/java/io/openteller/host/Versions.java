package io.openteller.host;

import io.openteller.packages.Manifest;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.pf4j.DefaultVersionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Versions of plugins that run side by side. One that is to go takes no new calls, and is closed when its last lease comes
 * back, or when a call has kept it too long. Any thread may use it.
 */
public final class Versions implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Versions.class);
    private static final DefaultVersionManager ORDER = new DefaultVersionManager();

    private final Duration patience;
    private final Map<String, Map<String, Entry>> running = new HashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("plugin-versions").factory());

    /** @param patience how long a version that is to go waits for its calls */
    public Versions(Duration patience) {
        this.patience = patience;
    }

    private static final class Entry {
        private final Hosted hosted;
        private int leases;
        private boolean going;
        private boolean closed;

        Entry(Hosted hosted) {
            this.hosted = hosted;
        }
    }

    /** From now on calls of this version go to it. What ran under the same id and version before, if anything, is to go. */
    public void add(Hosted hosted) {
        Manifest manifest = hosted.manifest();
        Entry before;
        synchronized (this) {
            before = running.computeIfAbsent(manifest.id(), id -> new HashMap<>())
                    .put(manifest.version(), new Entry(hosted));
        }
        if (before != null) {
            letGo(before);
        }
    }

    /** The highest version. */
    public synchronized Optional<String> newest(String id) {
        return running.getOrDefault(id, Map.of()).keySet().stream().max(ORDER::compareVersions);
    }

    /** Of the highest version. */
    public synchronized Optional<Lease> lease(String id) {
        return newest(id).flatMap(version -> lease(id, version));
    }

    public synchronized Optional<Lease> lease(String id, String version) {
        Entry entry = running.getOrDefault(id, Map.of()).get(version);
        if (entry == null) {
            return Optional.empty();
        }
        entry.leases++;
        return Optional.of(new Lease(entry.hosted, () -> giveBack(entry)));
    }

    /** Takes no new calls from now on. */
    public void retire(String id, String version) {
        Entry entry;
        synchronized (this) {
            entry = running.getOrDefault(id, Map.of()).remove(version);
        }
        if (entry != null) {
            letGo(entry);
        }
    }

    /** By id, then version. */
    public synchronized List<Hosted> all() {
        return running.values().stream()
                .flatMap(versions -> versions.values().stream())
                .map(entry -> entry.hosted)
                .sorted(Comparator.comparing((Hosted one) -> one.manifest().id())
                        .thenComparing(one -> one.manifest().version(), ORDER::compareVersions))
                .toList();
    }

    private void letGo(Entry entry) {
        synchronized (this) {
            entry.going = true;
        }
        closeIfFree(entry, false);
        synchronized (this) {
            if (entry.closed || clock.isShutdown()) {
                return;
            }
        }
        var ignored = clock.schedule(
                () -> closeIfFree(entry, true), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void giveBack(Entry entry) {
        synchronized (this) {
            entry.leases--;
        }
        closeIfFree(entry, false);
    }

    private void closeIfFree(Entry entry, boolean late) {
        synchronized (this) {
            if (entry.closed || !entry.going || (entry.leases > 0 && !late)) {
                return;
            }
            entry.closed = true;
        }
        Manifest manifest = entry.hosted.manifest();
        if (late) {
            log.warn("plugin closed while calls were under way id={} version={}", manifest.id(), manifest.version());
        }
        entry.hosted.close();
    }

    /** Closes all of them, whatever they do. */
    @Override
    public void close() {
        List<Entry> all;
        synchronized (this) {
            all = running.values().stream().flatMap(one -> one.values().stream()).toList();
            running.clear();
            clock.shutdown();
        }
        for (Entry entry : all) {
            synchronized (this) {
                entry.going = true;
            }
            closeIfFree(entry, true);
        }
    }
}
