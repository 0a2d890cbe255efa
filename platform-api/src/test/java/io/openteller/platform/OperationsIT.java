package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.EventStreams;
import io.openteller.platform.conversation.Opening;
import io.openteller.platform.coordination.RateLimits;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.internal.Tenancies;
import io.openteller.platform.turn.Turns;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** What those who run the platform look at, over HTTP, while neither Redis nor Keycloak can be reached. */
class OperationsIT {

    private static final String NOWHERE = "localhost:1";
    private static EmbeddedServer server;
    private static Tenant bank;

    @BeforeAll
    static void start() {
        server = TestPlatform.start(Map.of(
                "openteller.redis.url", "redis://" + NOWHERE,
                "openteller.keycloak.url", "http://" + NOWHERE,
                "openteller.turn.loop", "false"));
        bank = Tenancies.register("o" + UUID.randomUUID().toString().substring(0, 8));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void it_is_ready_and_alive_without_redis_and_keycloak_and_says_no_more() throws Exception {
        for (String probe : new String[] {"/health", "/health/liveness", "/health/readiness"}) {
            HttpResponse<String> answer = get(probe);
            assertThat(answer.statusCode()).as(probe).isEqualTo(200);
            assertThat(answer.body()).as(probe).contains("\"status\":\"UP\"").doesNotContain("jdbc", "postgres", "disk");
        }
    }

    @Test
    void a_turn_is_counted_by_route_and_rule_and_nothing_the_customer_said_is_in_the_figures() throws Exception {
        UUID chat = open();
        CurrentTenant.call(bank, () -> {
            Turns turns = bean(Turns.class);
            turns.accept(chat, "m1", "I am Cassandra Vane and I want a human");
            turns.accept(chat, "m1", "I am Cassandra Vane and I want a human");
            assertThat(turns.answerNext()).isTrue();
            return null;
        });
        get("/api/v1/nothing/cassandra");

        String figures = get("/prometheus").body();
        assertThat(lines(figures, "openteller_messages_total{"))
                .contains("kind=\"for-assistant\"} 1.0")
                .contains("kind=\"repeated\"} 1.0");
        assertThat(lines(figures, "openteller_turns_total{"))
                .contains("outcome=\"stored\",route=\"ESCALATE\",rule=\"")
                .endsWith(" 1.0");
        assertThat(lines(figures, "openteller_turn_duration_seconds_count{")).endsWith(" 1");
        assertThat(figures).doesNotContainIgnoringCase("cassandra").doesNotContain(bank.id().toString(), chat.toString());
    }

    @Test
    void an_event_that_nobody_was_told_grows_old_in_the_figures() throws Exception {
        Tenant stuck = Tenancies.register("s" + UUID.randomUUID().toString().substring(0, 8));
        Database.asOwner().useTransaction(sql -> {
            sql.execute("SELECT set_config('app.tenant', ?, true)", stuck.id().toString());
            sql.execute(
                    "INSERT INTO outbox (tenant_id, id, topic, payload, created_at)"
                            + " VALUES (?, ?, 'of nobody', '{}', clock_timestamp() - interval '90 seconds')",
                    stuck.id(),
                    UUID.randomUUID());
        });
        String line = eventually("openteller_outbox_waiting_seconds{bank=\"" + stuck.slug().value() + "\"}");
        assertThat(Double.parseDouble(line.substring(line.lastIndexOf(' ')))).isBetween(90.0, 600.0);
    }

    @Test
    void open_streams_are_counted_until_their_readers_go() throws Exception {
        Disposable reader = Flux.from(bean(EventStreams.class).follow(bank, open(), 0)).subscribe();
        assertThat(lines(get("/prometheus").body(), "openteller_streams_open{kind=\"conversation\"}")).endsWith(" 1.0");
        reader.dispose();
        assertThat(lines(get("/prometheus").body(), "openteller_streams_open{kind=\"conversation\"}")).endsWith(" 0.0");
    }

    @Test
    void a_refused_request_is_counted_by_what_was_limited_and_not_by_who() throws Exception {
        RateLimits limits = bean(RateLimits.class);
        assertThat(limits.take("tries:cassandra", 1, Duration.ofHours(1))).isEmpty();
        assertThat(limits.take("tries:cassandra", 1, Duration.ofHours(1))).isPresent();
        String figures = get("/prometheus").body();
        assertThat(lines(figures, "openteller_requests_limited_total{limit=\"tries\"}")).endsWith(" 1.0");
        assertThat(figures).doesNotContain("cassandra");
    }

    @Test
    void the_api_describes_itself_as_committed() throws Exception {
        HttpResponse<String> served = get("/openapi.yml");
        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.body().lines()).startsWith("# Made from the routes; OpenApiTest says how. Do not edit.");
        assertThat(served.body().equals(Files.readString(Path.of("..", "docs", "openapi.yml")))).isTrue();
    }

    private static UUID open() {
        return CurrentTenant.call(
                bank, () -> bean(Conversations.class).open(new Opening("WIDGET", null, "Cassandra Vane", "en", "Hello")));
    }

    private static String eventually(String start) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        String found = lines(get("/prometheus").body(), start);
        while (found.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(200);
            found = lines(get("/prometheus").body(), start);
        }
        return found;
    }

    /** Of this test's banks only, as other tests of the run may have banks too. */
    private static String lines(String figures, String start) {
        return String.join("\n", figures.lines()
                .filter(line -> line.startsWith(start))
                .filter(line -> !line.contains("bank=") || line.contains(bank.slug().value()) || start.contains("bank="))
                .toList());
    }

    private static <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(server.getURI().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
