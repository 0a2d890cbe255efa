package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rolling restart: one of two replicas, a process of its own, is told to stop while customers write to it. */
class DrainIT {

    private static final int CUSTOMERS = 8;

    @TempDir
    Path data;

    private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void no_message_is_lost_and_none_answered_twice_and_streams_go_on_at_the_other() throws Exception {
        URI home = TestPorts.home();
        Process leaving = start(home);
        try (EmbeddedServer staying = TestPlatform.start(Map.of("openteller.limits.messages-per-session", "10000"))) {
            TestBank bank = TestBank.open(staying.getApplicationContext(), "GBP");
            await("the platform to be ready", () -> ready(home));
            List<CompletableFuture<Void>> customers = new ArrayList<>();
            for (int i = 0; i < CUSTOMERS; i++) {
                TestVisitor visitor = TestVisitor.anonymous(staying, bank).at(home);
                customers.add(CompletableFuture.runAsync(
                        () -> writes(visitor, staying.getURI()), task -> Thread.ofVirtual().start(task)));
            }
            TestVisitor reader = TestVisitor.anonymous(staying, bank);
            try (TestStream before = reader.at(home).stream(null)) {
                reader.says("What are the fees?");
                String seen = before.nextFrom("CUSTOMER").id();
                await("customers to be heard", () -> acknowledged.size() > 3 * CUSTOMERS);

                long told = System.nanoTime();
                leaving.destroy();
                assertThat(before.next(event -> event.name().equals("reconnect")).data().get("afterMillis").getIntValue())
                        .isBetween(0, 2_000);
                try (TestStream after = reader.stream(seen)) {
                    assertThat(Long.parseLong(after.nextMessage().id())).isEqualTo(Long.parseLong(seen) + 1);
                }
                assertThat(leaving.waitFor(40, TimeUnit.SECONDS)).isTrue();
                assertThat(Duration.ofNanos(System.nanoTime() - told))
                        .as("notice of 2 s, at most 10 s for turns, and the rest")
                        .isLessThan(Duration.ofSeconds(25));
            }
            int atTheEnd = acknowledged.size();
            await("customers to be heard by the other", () -> acknowledged.size() > atTheEnd + CUSTOMERS);
            over.set(true);
            for (var customer : customers) {
                customer.get(60, TimeUnit.SECONDS);
            }
            await("everything to be answered", () -> count(staying, bank, "SELECT count(*) FROM turn WHERE status <> 'DONE'") == 0);
            List<String> stored = lines(staying, bank, "SELECT client_message_id FROM message WHERE client_message_id LIKE 'c-%'");
            assertThat(stored).doesNotHaveDuplicates().containsAll(acknowledged);
            assertThat(lines(staying, bank, "SELECT reply_to_turn::text FROM message WHERE reply_to_turn IS NOT NULL"))
                    .doesNotHaveDuplicates();
            assertThat(count(
                            staying,
                            bank,
                            "SELECT count(*) FROM turn t WHERE NOT EXISTS (SELECT FROM decision d WHERE d.turn_id = t.id)"))
                    .isZero();
        } finally {
            over.set(true);
            leaving.destroyForcibly();
        }
    }

    /** As the widget does: what was not acknowledged is sent again under the same id, wherever somebody answers. */
    private void writes(TestVisitor visitor, URI other) {
        TestVisitor at = visitor;
        for (int i = 0; !over.get(); i++) {
            String id = "c-" + visitor.conversation() + "-" + i;
            id = id.substring(0, Math.min(64, id.length()));
            boolean sent = false;
            while (!sent) {
                try {
                    int status = at.post("/messages", Map.of("clientMessageId", id, "text", "What are the fees?"))
                            .statusCode();
                    sent = status == 202;
                    assertThat(status).isIn(202, 429, 503);
                } catch (IOException refused) {
                    at = visitor.at(other);
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
            acknowledged.add(id);
        }
    }

    private Process start(URI home) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dmicronaut.server.port=" + home.getPort(),
                        "-Ddatasources.default.url=" + Database.url(),
                        "-Dopenteller.migration.url=" + Database.url(),
                        "-Dopenteller.data=" + data,
                        "-Dopenteller.limits.messages-per-session=10000",
                        "-Dopenteller.drain.notice=2s",
                        Platform.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(data.resolve("platform.log").toFile())
                .start();
    }

    private static boolean ready(URI home) throws Exception {
        try {
            return TestVisitor.CLIENT
                            .send(HttpRequest.newBuilder(home.resolve("/health/readiness")).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void await(String what, Callable<Boolean> happened) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (!happened.call()) {
            assertThat(System.nanoTime()).as("waited for " + what).isLessThan(end);
            Thread.sleep(100);
        }
    }

    private static long count(EmbeddedServer platform, TestBank bank, String query) {
        return Long.parseLong(lines(platform, bank, query).getFirst());
    }

    private static List<String> lines(EmbeddedServer platform, TestBank bank, String query) {
        TenantDatabase database = platform.getApplicationContext().getBean(TenantDatabase.class);
        return CurrentTenant.call(
                bank.tenant(),
                () -> database.inTransaction(sql -> sql.createQuery(query).mapTo(String.class).list()));
    }
}
