package io.openteller.platform.coordination.internal;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two connections of this process, one to speak and one to hear on. Whoever speaks hears itself too. */
@Singleton
class RedisWire {

    private static final Logger log = LoggerFactory.getLogger(RedisWire.class);

    private final RedisLink redis;
    private final Map<String, Consumer<String>> ears = new ConcurrentHashMap<>();
    private volatile @Nullable StatefulRedisPubSubConnection<String, String> hearing;
    private volatile @Nullable StatefulRedisPubSubConnection<String, String> speaking;

    RedisWire(RedisLink redis) {
        this.redis = redis;
    }

    /** Sends it now or never. */
    void send(String channel, String text) {
        var open = speaking;
        if (open != null && open.isOpen()) {
            try {
                open.async().publish(channel, text);
            } catch (RedisException lost) {
                log.debug("nothing was sent on {}", channel, lost);
            }
        }
    }

    /** For the life of the process; one listener per channel. */
    void hear(String channel, Consumer<String> listener) {
        ears.put(channel, listener);
        var open = hearing;
        if (open != null && open.isOpen()) {
            open.async().subscribe(channel);
        }
    }

    /** Connects when Redis is there, and again after it was away for longer than the client's own reconnecting. */
    @Scheduled(fixedDelay = "3s", initialDelay = "0s")
    void connect() {
        redis.client().filter(client -> hearing == null).ifPresent(client -> {
            try {
                open(client);
                log.info("other replicas are heard");
            } catch (RedisException away) {
                log.warn("Redis cannot be reached; live updates come by looking: {}", away.getMessage());
            }
        });
    }

    private void open(RedisClient client) {
        StatefulRedisPubSubConnection<String, String> connection = client.connectPubSub();
        connection.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, String text) {
                ears.getOrDefault(channel, unheard -> {}).accept(text);
            }
        });
        subscribe(connection);
        speaking = client.connectPubSub();
        hearing = connection;
        // Who registered in between saw no connection; a second time does no harm.
        subscribe(connection);
    }

    private void subscribe(StatefulRedisPubSubConnection<String, String> connection) {
        if (!ears.isEmpty()) {
            connection.sync().subscribe(ears.keySet().toArray(String[]::new));
        }
    }
}
