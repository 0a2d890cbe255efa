package io.openteller.bench.lookout;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.canaries.Canaries;
import io.openteller.bench.canaries.Canary;
import io.openteller.bench.canaries.Way;
import io.openteller.local.LocalRedis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisEarIT {

    private static final UUID BANK = UUID.randomUUID();
    private static final String OWN = Canary.of("bank-1");
    private static final String OTHERS = Canary.of("bank-2");

    @TempDir
    Path folder;

    @Test
    void channels_are_heard_keys_are_looked_at_and_a_redis_that_was_away_is_heard_again() throws Exception {
        LocalRedis redis = LocalRedis.start(folder);
        Canaries canaries = new Canaries();
        try (RedisEar ear = new RedisEar(redis.url(), List.of(bank()), canaries)) {
            said(redis, "openteller.hints", BANK + " " + OWN);
            until(() -> canaries.own(Way.REDIS) == 1);
            said(redis, "openteller.hints", OWN);
            until(() -> canaries.foreign(Way.REDIS) == 1);
            said(redis, "openteller.hints", BANK + " " + OTHERS);
            until(() -> canaries.foreign(Way.REDIS) == 2);

            try (RedisClient client = RedisClient.create(redis.url());
                    var connection = client.connect()) {
                RedisCommands<String, String> commands = connection.sync();
                commands.set("openteller.limit." + BANK, OTHERS);
                commands.hset("some hash", "field", OTHERS);
                commands.rpush("some list", OTHERS);
                commands.sadd("some set", OTHERS);
                commands.set("named by " + OTHERS, "1");
            }
            ear.look();
            assertThat(canaries.foreign(Way.REDIS)).isEqualTo(7);

            redis.kill();
            redis = LocalRedis.start(folder);
            until(() -> {
                ear.saySomething();
                return canaries.own(Way.REDIS) > 1;
            });
        } finally {
            redis.stop();
        }
    }

    private static void said(LocalRedis redis, String channel, String text) {
        try (RedisClient client = RedisClient.create(redis.url());
                var connection = client.connect()) {
            connection.sync().publish(channel, text);
        }
    }

    private static void until(BooleanSupplier what) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!what.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it did not come to that").isLessThan(end);
            Thread.sleep(50);
        }
    }

    private SandboxBank bank() throws Exception {
        return new SandboxBank(
                BANK, "bank-1", "GBP", "harbour", folder, new ECKeyGenerator(Curve.P_256).generate(), "", "", List.of());
    }
}
