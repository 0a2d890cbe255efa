package io.openteller.platform.coordination.internal;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.micronaut.scheduling.annotation.Scheduled;
import io.openteller.platform.coordination.Hint;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.tenancy.Tenant;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One Redis channel for all replicas; listeners of this process hear their own process's hints without Redis. */
@Singleton
class RedisHints implements Hints {

    private static final Logger log = LoggerFactory.getLogger(RedisHints.class);
    private static final String CHANNEL = "openteller.hints";
    private static final Pattern WIRE = Pattern.compile("([0-9a-f-]{36}) ([0-9a-f-]{36}) ([a-z]{1,20})");

    private final RedisLink redis;
    private final Map<UUID, List<Consumer<Hint>>> listeners = new ConcurrentHashMap<>();
    private final List<Consumer<Tenant>> workers = new CopyOnWriteArrayList<>();
    private volatile @Nullable StatefulRedisPubSubConnection<String, String> hearing;
    private volatile @Nullable StatefulRedisPubSubConnection<String, String> speaking;

    RedisHints(RedisLink redis) {
        this.redis = redis;
    }

    @Override
    public void publish(Hint hint) {
        tellHere(hint);
        var open = speaking;
        if (open != null && open.isOpen()) {
            try {
                open.async().publish(CHANNEL, hint.tenant() + " " + hint.conversation() + " " + hint.what());
            } catch (RedisException lost) {
                log.debug("a hint was not sent", lost);
            }
        }
    }

    @Override
    public Listening listen(Tenant tenant, Consumer<Hint> listener) {
        List<Consumer<Hint>> ofTenant = listeners.computeIfAbsent(tenant.id(), id -> new CopyOnWriteArrayList<>());
        ofTenant.add(listener);
        return () -> ofTenant.remove(listener);
    }

    @Override
    public void workWaits(Tenant tenant) {
        workers.forEach(worker -> worker.accept(tenant));
    }

    @Override
    public Listening onWork(Consumer<Tenant> listener) {
        workers.add(listener);
        return () -> workers.remove(listener);
    }

    /** Connects when Redis is there, and again after it was away for longer than the client's own reconnecting. */
    @Scheduled(fixedDelay = "3s", initialDelay = "0s")
    void connect() {
        redis.client().filter(client -> hearing == null).ifPresent(client -> {
            try {
                StatefulRedisPubSubConnection<String, String> connection = client.connectPubSub();
                connection.addListener(new RedisPubSubAdapter<>() {
                    @Override
                    public void message(String channel, String text) {
                        heard(text);
                    }
                });
                connection.sync().subscribe(CHANNEL);
                speaking = client.connectPubSub();
                hearing = connection;
                log.info("hints of other replicas are heard");
            } catch (RedisException away) {
                log.warn("Redis cannot be reached; live updates come by looking: {}", away.getMessage());
            }
        });
    }

    private void heard(String text) {
        var wire = WIRE.matcher(text);
        if (wire.matches()) {
            tellHere(new Hint(UUID.fromString(wire.group(1)), UUID.fromString(wire.group(2)), wire.group(3)));
        }
    }

    private void tellHere(Hint hint) {
        listeners.getOrDefault(hint.tenant(), List.of()).forEach(listener -> listener.accept(hint));
    }
}
