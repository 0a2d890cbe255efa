package io.openteller.platform.plugin.internal.running;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/** When each version was called last. Looked through now and then by whoever calls: nothing has to run for it. */
final class Idle {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Map<Key, Long> last = new ConcurrentHashMap<>();
    private final AtomicLong looked = new AtomicLong(System.nanoTime());
    private final BiConsumer<String, String> rest;

    private record Key(String id, String version) {}

    /** @param rest is told id and version of what nobody called for a while, once */
    Idle(BiConsumer<String, String> rest) {
        this.rest = rest;
    }

    void used(String id, String version) {
        long now = System.nanoTime();
        last.put(new Key(id, version), now);
        long before = looked.get();
        if (now - before > EVERY.toNanos() && looked.compareAndSet(before, now)) {
            Thread.ofVirtual().name("plugins-at-rest").start(() -> look(now));
        }
    }

    private void look(long now) {
        last.forEach((key, used) -> {
            if (now - used > LONG.toNanos() && last.remove(key, used)) {
                rest.accept(key.id(), key.version());
            }
        });
    }
}
