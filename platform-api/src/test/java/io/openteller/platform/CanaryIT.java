package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.isolation.Egress;
import io.openteller.platform.isolation.Egress.Leak;
import io.openteller.platform.isolation.Egress.Way;
import io.openteller.platform.plugin.BuiltPlugins;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import redis.embedded.RedisServer;

/**
 * Three banks at the same time, each with a word that stands in its rows alone, on a platform with its plugins, a model and a
 * Redis. Every byte that leaves is read: no bank's word comes out for another, and none where nobody's words belong. Then
 * holes are made on purpose, one of each kind, and all of them are found.
 */
class CanaryIT {

    private static final int BANKS = 3;

    @TempDir
    static Path folder;

    private static RedisServer redis;
    private static int port;
    private static EmbeddedServer platform;

    @BeforeAll
    static void start() throws Exception {
        port = TestPorts.noClients();
        redis = new RedisServer(port);
        redis.start();
        Path plugins = folder.resolve("plugins");
        for (String plugin : new String[] {"banking-sandbox", "identity-otp", "llm-openai"}) {
            BuiltPlugins.copiedTo(plugins, plugin);
        }
        platform = TestPlatform.start(Map.of(
                "openteller.plugins.folder", plugins.toString(), "openteller.redis.url", "redis://localhost:" + port));
    }

    @AfterAll
    static void stop() throws Exception {
        platform.close();
        redis.stop();
    }

    @Test
    void no_banks_word_comes_out_for_another() throws Exception {
        Egress egress = new Egress();
        List<WatchedBank> banks = banks(egress);
        try (Watched watched = new Watched(folder.resolve("platform.log"), port)) {
            for (WatchedBank bank : banks) {
                bank.isSetUp(bank.word());
            }
            atTheSameTime(banks);
            collect(egress, watched, banks);
        } finally {
            banks.forEach(WatchedBank::close);
        }
        assertThat(egress.leaks()).isEmpty();
        assertThat(egress.own().keySet())
                .as("ways that a bank's own word took, so that another's would have been seen")
                .contains(Way.HTTP, Way.STREAM, Way.PROMPT, Way.PLUGIN, Way.EXPORT);
        assertThat(egress.lengths().keySet()).as("ways that are watched").isEqualTo(EnumSet.allOf(Way.class));
    }

    /** What another bank has stands in one bank's rows, and in what the platform says to those who run it. */
    @Test
    void a_hole_of_each_kind_is_found() throws Exception {
        Egress egress = new Egress();
        List<WatchedBank> banks = banks(egress);
        String foreign = banks.getLast().word();
        try (Watched watched = new Watched(folder.resolve("planted.log"), port)) {
            banks.getFirst().isSetUp(foreign);
            banks.getFirst().lives(foreign);
            LoggerFactory.getLogger("io.openteller.platform.planted").debug("answered {}", foreign);
            platform.getApplicationContext()
                    .getBean(MeterRegistry.class)
                    .counter("planted", "word", foreign)
                    .increment();
            published(banks.getFirst().id() + " " + foreign);
            collect(egress, watched, banks);
        } finally {
            banks.forEach(WatchedBank::close);
        }
        assertThat(egress.leaks()).allMatch(leak -> leak.wordOf().equals(banks.getLast().slug()));
        Set<Way> found = egress.leaks().stream().map(Leak::way).collect(Collectors.toSet());
        assertThat(found).isEqualTo(EnumSet.allOf(Way.class));
    }

    private static List<WatchedBank> banks(Egress egress) throws Exception {
        List<WatchedBank> banks = new ArrayList<>();
        for (int i = 0; i < BANKS; i++) {
            banks.add(new WatchedBank(platform, egress));
        }
        return banks;
    }

    private static void atTheSameTime(List<WatchedBank> banks) throws Exception {
        try (ExecutorService crew = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> lives = new ArrayList<>();
            for (WatchedBank bank : banks) {
                lives.add(crew.submit(() -> {
                    bank.lives(bank.word());
                    return null;
                }));
            }
            for (Future<?> life : lives) {
                life.get();
            }
        }
    }

    private static void collect(Egress egress, Watched watched, List<WatchedBank> banks) throws Exception {
        egress.left(Way.LOG, null, watched.log());
        for (String path : new String[] {"/prometheus", "/metrics"}) {
            egress.left(Way.METRICS, null, TestProgram.send(HttpRequest.newBuilder(platform.getURI().resolve(path)).build())
                    .body());
        }
        // What says whose it is may have that bank's words; all else must have none.
        for (String command : watched.commands()) {
            String bank = banks.stream()
                    .filter(one -> command.contains(one.id().toString()))
                    .map(WatchedBank::slug)
                    .findFirst()
                    .orElse(null);
            egress.left(Way.REDIS, bank, command);
        }
    }

    private static void published(String text) throws Exception {
        try (var client = RedisClient.create("redis://localhost:" + port)) {
            client.connect().sync().publish("openteller.previews", text);
        }
    }
}
