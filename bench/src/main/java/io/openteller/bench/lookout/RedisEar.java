package io.openteller.bench.lookout;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.canaries.Canaries;
import io.openteller.bench.canaries.Canary;
import io.openteller.bench.canaries.Way;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hears every channel of Redis, and looks now and then at its keys; to see every command ({@code MONITOR}) would cost Redis half of
 * what it can do. It goes on hearing when Redis was away.
 */
final class RedisEar implements AutoCloseable {

    private static final int AT_A_TIME = 500;
    private static final int MOST = 5_000;
    private static final byte[] ALL = {'*'};
    private static final byte[] OWN_CHANNEL = "openteller.bench".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Canaries canaries;
    private final RedisClient client;
    private final StatefulRedisConnection<byte[], byte[]> connection;
    private final Map<String, String> banks = new ConcurrentHashMap<>();
    private final List<SandboxBank> all;

    RedisEar(String url, List<SandboxBank> all, Canaries canaries) {
        this.canaries = canaries;
        this.all = all;
        all.forEach(bank -> banks.put(bank.id().toString(), bank.slug()));
        RedisURI address = RedisURI.create(url);
        address.setTimeout(Duration.ofSeconds(2));
        address.setLibraryName("");
        address.setLibraryVersion("");
        client = RedisClient.create(address);
        connection = client.connect(ByteArrayCodec.INSTANCE);
        var hearing = client.connectPubSub(ByteArrayCodec.INSTANCE);
        hearing.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(byte[] pattern, byte[] channel, byte[] message) {
                read(channel, channel);
                read(message, message);
            }
        });
        hearing.sync().psubscribe(ALL);
    }

    /** What names a bank by its id may have that bank's words; all else must have none. */
    private void read(byte[] whose, byte[] bytes) {
        canaries.reading(Way.REDIS, () -> bank(whose)).whole(bytes);
    }

    private @Nullable String bank(byte[] whose) {
        Matcher id = ID.matcher(new String(whose, StandardCharsets.UTF_8));
        while (id.find()) {
            String bank = banks.get(id.group());
            if (bank != null) {
                return bank;
            }
        }
        return null;
    }

    /** Says something for a bank, with its word: the platform's own hints have no words, and that somebody hears would not be seen. */
    void saySomething() {
        SandboxBank bank = all.getFirst();
        try {
            connection.sync().publish(OWN_CHANNEL, (bank.id() + " " + Canary.of(bank.slug())).getBytes(StandardCharsets.UTF_8));
        } catch (RedisException away) {
            // Another time.
        }
    }

    /** At what is there now, up to some thousands of keys. */
    void look() {
        try {
            RedisCommands<byte[], byte[]> redis = connection.sync();
            ScanCursor cursor = ScanCursor.INITIAL;
            for (int seen = 0; seen < MOST && !cursor.isFinished(); ) {
                KeyScanCursor<byte[]> found = redis.scan(cursor, ScanArgs.Builder.limit(AT_A_TIME));
                seen += found.getKeys().size();
                read(redis, found.getKeys());
                cursor = found;
            }
        } catch (RedisException away) {
            // It is killed, frozen, or about to be.
        }
    }

    private void read(RedisCommands<byte[], byte[]> redis, List<byte[]> keys) {
        if (keys.isEmpty()) {
            return;
        }
        keys.forEach(key -> read(key, key));
        for (KeyValue<byte[], byte[]> one : redis.mget(keys.toArray(byte[][]::new))) {
            if (one.hasValue()) {
                read(one.getKey(), one.getValue());
            } else {
                members(redis, one.getKey()).forEach(member -> read(one.getKey(), member));
            }
        }
    }

    /** Of what is no text. */
    private static List<byte[]> members(RedisCommands<byte[], byte[]> redis, byte[] key) {
        return switch (redis.type(key)) {
            case "hash" -> redis.hgetall(key).entrySet().stream()
                    .flatMap(one -> List.of(one.getKey(), one.getValue()).stream())
                    .toList();
            case "list" -> redis.lrange(key, 0, AT_A_TIME);
            case "set" -> List.copyOf(redis.smembers(key));
            case "zset" -> redis.zrange(key, 0, AT_A_TIME);
            // It has gone meanwhile.
            default -> List.of();
        };
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
}
