package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.local.LocalPostgres;
import io.openteller.platform.coordination.Drain;
import io.openteller.platform.coordination.Preparation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import redis.embedded.RedisServer;

/** Ready means that messages can be taken here; servers are really stopped and started. Alive it is all the time. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReadinessIT {

    @TempDir
    static Path folder;

    private static LocalPostgres postgres;
    private static RedisServer redis;
    private static int redisPort;
    private static int nobody;
    private static EmbeddedServer platform;
    private static TestBank bank;

    @BeforeAll
    static void a_platform_with_servers_of_its_own() throws Exception {
        postgres = LocalPostgres.start(folder);
        redisPort = TestPorts.noClients();
        redis = new RedisServer(redisPort);
        redis.start();
        nobody = TestPorts.noClients();
        platform = ApplicationContext.run(EmbeddedServer.class, settings(Map.of()));
        bank = TestBank.open(platform.getApplicationContext(), "GBP");
    }

    @AfterAll
    static void stop() throws IOException {
        platform.close();
        postgres.stop();
        redis.stop();
    }

    private static Map<String, Object> settings(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(TestPlatform.settings(postgres.url(), more));
        all.put("datasources.default.username", LocalPostgres.APPLICATION);
        all.put("datasources.default.password", postgres.applicationPassword());
        all.put("openteller.migration.owner", LocalPostgres.OWNER);
        all.put("openteller.migration.password", postgres.ownerPassword());
        all.put("openteller.redis.url", "redis://localhost:" + redisPort);
        all.put("openteller.keycloak.url", "http://localhost:" + nobody);
        return all;
    }

    @Test
    @Order(1)
    void it_is_ready_without_a_keycloak() throws Exception {
        await("it to be ready", () -> readiness(platform.getURI()) == 200);
        assertThat(liveness()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void it_stays_ready_and_takes_messages_without_redis() throws Exception {
        redis.stop();
        TestVisitor visitor = TestVisitor.anonymous(platform, bank);
        for (int i = 0; i < 5; i++) {
            visitor.says("What are the fees?");
            assertThat(readiness(platform.getURI())).isEqualTo(200);
            TimeUnit.SECONDS.sleep(1);
        }
        redis = new RedisServer(redisPort);
        redis.start();
    }

    @Test
    @Order(3)
    void it_is_not_ready_while_the_database_only_reads() throws Exception {
        readOnly("SET default_transaction_read_only = on");
        try {
            await("it not to be ready", () -> readiness(platform.getURI()) == 503);
            assertThat(liveness()).isEqualTo(200);
        } finally {
            readOnly("RESET default_transaction_read_only");
        }
        await("it to be ready again", () -> readiness(platform.getURI()) == 200);
    }

    @Test
    @Order(4)
    void it_is_not_ready_while_the_database_is_away_and_ready_again_by_itself() throws Exception {
        postgres.stop();
        long stopped = System.nanoTime();
        await("it not to be ready", () -> readiness(platform.getURI()) == 503);
        assertThat(Duration.ofNanos(System.nanoTime() - stopped)).isLessThan(Duration.ofSeconds(10));
        assertThat(liveness()).isEqualTo(200);
        postgres = LocalPostgres.start(folder);
        await("it to be ready again", () -> readiness(platform.getURI()) == 200);
        TestVisitor.anonymous(platform, bank).says("What are the fees?");
    }

    @Test
    @Order(5)
    void nobody_is_sent_to_one_whose_migrations_have_not_run() throws Exception {
        URI home = TestPorts.home();
        CompletableFuture<EmbeddedServer> second;
        try (var owner = Jdbi.create(postgres.url(), LocalPostgres.OWNER, postgres.ownerPassword()).open()) {
            owner.begin();
            owner.execute("LOCK TABLE flyway_schema_history IN ACCESS EXCLUSIVE MODE");
            second = CompletableFuture.supplyAsync(
                    () -> ApplicationContext.run(
                            EmbeddedServer.class, settings(Map.of("micronaut.server.port", home.getPort()))),
                    task -> Thread.ofPlatform().daemon().start(task));
            await(
                    "the migration to wait",
                    () -> owner.createQuery("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted"
                                    + " AND relation = 'flyway_schema_history'::regclass)")
                            .mapTo(Boolean.class)
                            .one());
            assertThat(readiness(home)).as("nobody listens yet").isZero();
            assertThat(second).isNotDone();
            owner.rollback();
        }
        try (EmbeddedServer started = second.get(60, TimeUnit.SECONDS)) {
            await("it to be ready", () -> readiness(started.getURI()) == 200);
        }
    }

    @Test
    @Order(6)
    void nobody_is_sent_to_one_that_has_not_loaded_what_answers_need() throws Exception {
        CountDownLatch loaded = new CountDownLatch(1);
        Preparation slow = new Preparation() {
            @Override
            public String what() {
                return "something large";
            }

            @Override
            public void prepare() {
                try {
                    loaded.await();
                } catch (InterruptedException stop) {
                    throw new IllegalStateException(stop);
                }
            }
        };
        try (ApplicationContext context = ApplicationContext.builder()
                .properties(settings(Map.of()))
                .singletons(slow)
                .start()) {
            assertThat(context.getBeansOfType(Preparation.class))
                    .extracting(Preparation::what)
                    .contains("plugins", "models");
            EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
            for (int i = 0; i < 20; i++) {
                assertThat(readiness(server.getURI())).isEqualTo(503);
                TimeUnit.MILLISECONDS.sleep(100);
            }
            loaded.countDown();
            await("it to be ready", () -> readiness(server.getURI()) == 200);
        }
    }

    @Test
    @Order(7)
    void it_is_not_ready_once_it_drains() throws Exception {
        assertThat(readiness(platform.getURI())).isEqualTo(200);
        var drains = Thread.ofPlatform().start(platform.getApplicationContext().getBean(Drain.class)::begin);
        await("it not to be ready", () -> readiness(platform.getURI()) == 503);
        assertThat(drains.isAlive()).as("before balancers have had their time").isTrue();
        assertThat(liveness()).isEqualTo(200);
        drains.join();
    }

    /** For sessions that begin from now on; those that are open are ended. */
    private static void readOnly(String change) {
        Jdbi.create(postgres.url(), LocalPostgres.APPLICATION, postgres.applicationPassword()).useHandle(sql -> {
            sql.execute("SET default_transaction_read_only = off");
            sql.execute("ALTER ROLE CURRENT_USER " + change);
            sql.createQuery("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE usename = current_user AND pid <> pg_backend_pid()")
                    .mapTo(Boolean.class)
                    .list();
        });
    }

    private static int liveness() throws Exception {
        return status(platform.getURI().resolve("/health/liveness"));
    }

    private static int readiness(URI home) throws Exception {
        return status(home.resolve("/health/readiness"));
    }

    /** 0 where nobody listens. */
    private static int status(URI address) throws Exception {
        try {
            HttpRequest asked = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
            return TestVisitor.CLIENT.send(asked, BodyHandlers.discarding()).statusCode();
        } catch (IOException nobody) {
            return 0;
        }
    }

    private static void await(String what, Callable<Boolean> happened) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!happened.call()) {
            assertThat(System.nanoTime()).as("waited for " + what).isLessThan(end);
            Thread.sleep(100);
        }
    }
}
