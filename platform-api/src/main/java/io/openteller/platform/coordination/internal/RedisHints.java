package io.openteller.platform.coordination.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.openteller.platform.coordination.Hint;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.Work;
import io.openteller.platform.tenancy.Tenant;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** One Redis channel for all replicas; listeners of this process hear their own process's hints without Redis. */
@Singleton
class RedisHints implements Hints {

    private static final String CHANNEL = "openteller.hints";
    private static final Duration HEARD_FOR = Duration.ofMinutes(1);
    private static final Pattern WIRE = Pattern.compile("([0-9a-f-]{36}) ([0-9a-f-]{36}) ([0-9a-f-]{36}) ([a-z]{1,20})");

    private final RedisWire redis;
    /** Changes that listeners here have heard of; whoever made one tells it at once, and whoever relays it tells it again. */
    private final Cache<UUID, Boolean> heard =
            Caffeine.newBuilder().expireAfterWrite(HEARD_FOR).maximumSize(100_000).build();
    private final Map<UUID, List<Consumer<Hint>>> listeners = new ConcurrentHashMap<>();
    private final Map<Work, List<Consumer<Tenant>>> workers = new ConcurrentHashMap<>();

    RedisHints(RedisWire redis) {
        this.redis = redis;
        redis.hear(CHANNEL, this::heard);
    }

    @Override
    public void publish(Hint hint) {
        tellHere(hint);
        redis.send(CHANNEL, hint.id() + " " + hint.tenant() + " " + hint.conversation() + " " + hint.what());
    }

    @Override
    public Listening listen(Tenant tenant, Consumer<Hint> listener) {
        List<Consumer<Hint>> ofTenant = listeners.computeIfAbsent(tenant.id(), id -> new CopyOnWriteArrayList<>());
        ofTenant.add(listener);
        return () -> ofTenant.remove(listener);
    }

    @Override
    public void workWaits(Tenant tenant, Work work) {
        workers.getOrDefault(work, List.of()).forEach(worker -> worker.accept(tenant));
    }

    @Override
    public Listening onWork(Work work, Consumer<Tenant> listener) {
        List<Consumer<Tenant>> ofKind = workers.computeIfAbsent(work, kind -> new CopyOnWriteArrayList<>());
        ofKind.add(listener);
        return () -> ofKind.remove(listener);
    }

    private void heard(String text) {
        var wire = WIRE.matcher(text);
        if (wire.matches()) {
            tellHere(new Hint(
                    UUID.fromString(wire.group(1)),
                    UUID.fromString(wire.group(2)),
                    UUID.fromString(wire.group(3)),
                    wire.group(4)));
        }
    }

    private void tellHere(Hint hint) {
        if (heard.asMap().putIfAbsent(hint.id(), Boolean.TRUE) != null) {
            return;
        }
        listeners.getOrDefault(hint.tenant(), List.of()).forEach(listener -> listener.accept(hint));
    }
}
