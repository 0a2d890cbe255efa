package io.openteller.platform.coordination.internal;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.openteller.platform.coordination.RateLimits;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Token buckets in Redis; in memory, the 100,000 last used, while Redis is away. */
@Singleton
class SharedRateLimits implements RateLimits {

    private static final Logger log = LoggerFactory.getLogger(SharedRateLimits.class);
    private static final int LOCAL_BUCKETS = 100_000;

    /** After a failure Redis is left alone for this long, so that each request does not wait for a timeout. */
    private static final Duration LEAVE_ALONE = Duration.ofSeconds(5);

    private final RedisLink redis;
    private final MeterRegistry meters;
    private final Map<String, Bucket> local = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > LOCAL_BUCKETS;
        }
    };
    private volatile @Nullable ProxyManager<byte[]> shared;
    private volatile long retryAtNanos = System.nanoTime();

    SharedRateLimits(RedisLink redis, MeterRegistry meters) {
        this.redis = redis;
        this.meters = meters;
    }

    @Override
    public Optional<Duration> take(String key, int permits, Duration window) {
        BucketConfiguration limit = BucketConfiguration.builder()
                .addLimit(bandwidth -> bandwidth.capacity(permits).refillGreedy(permits, window))
                .build();
        ConsumptionProbe probe = probe(key + ":" + permits + ":" + window.toSeconds(), limit);
        if (probe.isConsumed()) {
            return Optional.empty();
        }
        meters.counter("openteller.requests.limited", "limit", key.split(":", 2)[0]).increment();
        return Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private ConsumptionProbe probe(String key, BucketConfiguration limit) {
        Optional<RedisClient> client = redis.client();
        if (client.isPresent() && System.nanoTime() - retryAtNanos >= 0) {
            try {
                return buckets(client.get())
                        .builder()
                        .build(("openteller.limit." + key).getBytes(StandardCharsets.UTF_8), () -> limit)
                        .tryConsumeAndReturnRemaining(1);
            } catch (RuntimeException away) {
                retryAtNanos = System.nanoTime() + LEAVE_ALONE.toNanos();
                log.warn("Redis cannot be reached; this replica limits for itself: {}", away.getMessage());
            }
        }
        return local(key, limit).tryConsumeAndReturnRemaining(1);
    }

    private ProxyManager<byte[]> buckets(RedisClient client) {
        ProxyManager<byte[]> open = shared;
        if (open == null) {
            open = Bucket4jLettuce.casBasedBuilder(client)
                    .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                            Duration.ofSeconds(10)))
                    .build();
            shared = open;
        }
        return open;
    }

    private Bucket local(String key, BucketConfiguration limit) {
        synchronized (local) {
            return local.computeIfAbsent(key, unused -> {
                var builder = Bucket.builder();
                for (var bandwidth : limit.getBandwidths()) {
                    builder.addLimit(bandwidth);
                }
                return builder.build();
            });
        }
    }
}
