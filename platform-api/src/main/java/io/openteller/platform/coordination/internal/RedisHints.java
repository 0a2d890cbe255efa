package io.openteller.platform.coordination.internal;

import io.openteller.platform.coordination.Hint;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.Work;
import io.openteller.platform.tenancy.Tenant;
import jakarta.inject.Singleton;
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
    private static final Pattern WIRE = Pattern.compile("([0-9a-f-]{36}) ([0-9a-f-]{36}) ([0-9a-f-]{36}) ([a-z]{1,20})");

    private final RedisWire redis;
    private final String self = UUID.randomUUID().toString();
    private final Map<UUID, List<Consumer<Hint>>> listeners = new ConcurrentHashMap<>();
    private final Map<Work, List<Consumer<Tenant>>> workers = new ConcurrentHashMap<>();

    RedisHints(RedisWire redis) {
        this.redis = redis;
        redis.hear(CHANNEL, this::heard);
    }

    @Override
    public void publish(Hint hint) {
        tellHere(hint);
        redis.send(CHANNEL, self + " " + hint.tenant() + " " + hint.conversation() + " " + hint.what());
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
        // What this process said itself its listeners have heard.
        if (wire.matches() && !wire.group(1).equals(self)) {
            tellHere(new Hint(UUID.fromString(wire.group(2)), UUID.fromString(wire.group(3)), wire.group(4)));
        }
    }

    private void tellHere(Hint hint) {
        listeners.getOrDefault(hint.tenant(), List.of()).forEach(listener -> listener.accept(hint));
    }
}
