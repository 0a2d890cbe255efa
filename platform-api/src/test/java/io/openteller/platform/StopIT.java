package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.internal.Tenancies;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** A real process, told to stop (SIGTERM) while it has a stream open and a turn in hand. */
class StopIT {

    private static final String ORIGIN = "https://www.bank.example";
    private final Tenant bank =
            Tenancies.register("z" + UUID.randomUUID().toString().substring(0, 8));
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path data;

    @Test
    void it_is_not_ready_first_then_ends_its_streams_and_takes_nothing_new_and_finishes_the_turn_in_hand() throws Exception {
        addSite();
        URI home = TestPorts.home();
        Process platform = start(home, "6s", "10s");
        try (Handle held = Database.asOwner().open()) {
            await("the platform to be ready", () -> status(home) == 200);
            held.begin();
            // A reply cannot be stored while this lock is held: the turn stays in hand for as long as the test likes.
            held.execute("LOCK TABLE decision IN SHARE MODE");

            var session = session(home);
            CompletableFuture<List<String>> stream = follow(home, session);
            say(home, session, "m1", "can I speak to a human?");
            await("the turn to be in hand", () -> waitingForLock(held));

            platform.destroy();

            await("readiness to go first", () -> status(home) == 503);
            assertThat(stream).as("streams stay until balancers know").isNotDone();
            assertThat(get(home, "/health/liveness")).isEqualTo(200);
            say(home, session(home), "m1", "what are the fees?");
            assertThat(stream.get(20, TimeUnit.SECONDS))
                    .contains("event: state")
                    .containsSubsequence("event: reconnect")
                    .anyMatch(line -> line.matches("data: ?\\{\"afterMillis\":[0-9]{1,4}}"));
            await("new connections to be refused", () -> refuses(home));
            assertThat(platform.isAlive()).isTrue();
            held.commit();

            assertThat(platform.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(platform.exitValue()).isEqualTo(143);
            assertThat(statuses()).as("the second message came when no more turns were taken").containsExactly("DONE", "PENDING");
            assertThat(replies()).isEqualTo(1);
            assertThat(Files.readAllLines(log()))
                    .as("one JSON object per line, without what was said")
                    .hasSizeGreaterThan(3)
                    .allSatisfy(line -> assertThat(TestVisitor.json(line).get("level").getStringValue()).isNotEmpty())
                    .noneMatch(line -> line.contains("human?"))
                    .anyMatch(line -> line.contains("turn="));
        } finally {
            platform.destroyForcibly();
        }
    }

    @Test
    void what_it_cannot_finish_is_given_back_and_answered_once_by_the_next() throws Exception {
        addSite();
        URI home = TestPorts.home();
        Process platform = start(home, "0s", "1s");
        try (Handle held = Database.asOwner().open()) {
            await("the platform to be ready", () -> status(home) == 200);
            held.begin();
            held.execute("LOCK TABLE decision IN SHARE MODE");
            var session = session(home);
            say(home, session, "m1", "can I speak to a human?");
            await("the turn to be in hand", () -> waitingForLock(held));

            long told = System.nanoTime();
            platform.destroy();
            assertThat(platform.waitFor(30, TimeUnit.SECONDS)).isTrue();
            Duration took = Duration.ofNanos(System.nanoTime() - told);

            assertThat(took).as("a second for turns, and what the rest takes to end").isLessThan(Duration.ofSeconds(25));
            assertThat(Files.readAllLines(log())).anyMatch(line -> line.contains("turn given back"));
            boolean given = inBank(sql -> sql.createQuery("SELECT lease_until <= clock_timestamp() FROM turn WHERE status = 'RUNNING'")
                    .mapTo(Boolean.class)
                    .one());
            assertThat(given).isTrue();
            held.commit();
        } finally {
            platform.destroyForcibly();
        }
        try (EmbeddedServer next = TestPlatform.start(Map.of())) {
            await("the next to answer", () -> replies() == 1);
            assertThat(statuses()).containsExactly("DONE");
            assertThat(next.isRunning()).isTrue();
        }
        assertThat(replies()).isEqualTo(1);
    }

    private Path log() {
        return data.resolve("platform.log");
    }

    private Process start(URI home, String notice, String finishWithin) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dlogback.configurationFile=logback.xml",
                        "-Dmicronaut.server.port=" + home.getPort(),
                        "-Ddatasources.default.url=" + Database.url(),
                        "-Dopenteller.migration.url=" + Database.url(),
                        "-Dopenteller.data=" + data,
                        "-Dopenteller.drain.notice=" + notice,
                        "-Dopenteller.drain.finish-within=" + finishWithin,
                        Platform.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(log().toFile())
                .start();
    }

    private record Session(String token, String conversation) {}

    private Session session(URI home) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(home.resolve("/api/v1/widget/sessions"))
                .headers("Content-Type", "application/json", "Origin", ORIGIN)
                .POST(BodyPublishers.ofString("{\"siteKey\":\"" + siteKey() + "\",\"locale\":\"en\"}"))
                .build();
        String answer = client.send(request, BodyHandlers.ofString()).body();
        Map<String, Object> fields = new Yaml().load(answer);
        return new Session(fields.get("token").toString(), fields.get("conversationId").toString());
    }

    /** Completes when the stream ends as streams should; a connection that is cut makes it fail. */
    private CompletableFuture<List<String>> follow(URI home, Session session) throws Exception {
        HttpResponse<Stream<String>> stream =
                client.send(call(home, session, "events").GET().build(), BodyHandlers.ofLines());
        return CompletableFuture.supplyAsync(() -> stream.body().toList());
    }

    private void say(URI home, Session session, String id, String text) throws Exception {
        HttpRequest request = call(home, session, "messages")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"clientMessageId\":\"" + id + "\",\"text\":\"" + text + "\"}"))
                .build();
        assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(202);
    }

    private static HttpRequest.Builder call(URI home, Session session, String what) {
        return HttpRequest.newBuilder(
                        home.resolve("/api/v1/widget/conversations/" + session.conversation() + "/" + what))
                .headers("Authorization", "Bearer " + session.token(), "Origin", ORIGIN);
    }

    private static int status(URI home) throws Exception {
        return get(home, "/health/readiness");
    }

    private static int get(URI home, String path) throws Exception {
        try (HttpClient fresh = HttpClient.newHttpClient()) {
            return fresh.send(HttpRequest.newBuilder(home.resolve(path)).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (ConnectException notYet) {
            return 0;
        }
    }

    private static boolean refuses(URI home) throws Exception {
        return status(home) == 0;
    }

    private static boolean waitingForLock(Handle sql) {
        return sql.createQuery("SELECT EXISTS (SELECT FROM pg_locks WHERE relation = 'decision'::regclass AND NOT granted)")
                .mapTo(Boolean.class)
                .one();
    }

    private static void await(String what, Callable<Boolean> happened) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (!happened.call()) {
            assertThat(System.nanoTime()).as("waited for " + what).isLessThan(end);
            Thread.sleep(100);
        }
    }

    private String siteKey() {
        return "wk_" + bank.slug().value() + "_mainpage";
    }

    private void addSite() {
        inBank(sql -> sql.execute(
                "INSERT INTO widget_site (tenant_id, id, site_key, allowed_origins, customer_keys, assistant_name,"
                        + " accent_color, suggestions) VALUES (?, ?, ?, ARRAY[?], '{\"keys\":[]}', 'Tess', '#005544', '{}')",
                bank.id(),
                UUID.randomUUID(),
                siteKey(),
                ORIGIN));
    }

    private List<String> statuses() {
        return inBank(sql -> sql.createQuery("SELECT status FROM turn ORDER BY created_at").mapTo(String.class).list());
    }

    private int replies() {
        return inBank(sql -> sql.createQuery("SELECT count(*) FROM message WHERE author = 'ASSISTANT' AND seq > 1")
                .mapTo(Integer.class)
                .one());
    }

    private <T> T inBank(Function<Handle, T> work) {
        return Database.asOwner().inTransaction(sql -> {
            sql.createQuery("SELECT set_config('app.tenant', ?, true)")
                    .bind(0, bank.id().toString())
                    .mapTo(String.class)
                    .one();
            return work.apply(sql);
        });
    }
}
