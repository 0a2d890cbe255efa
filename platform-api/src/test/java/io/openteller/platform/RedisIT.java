package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import redis.embedded.RedisServer;

/** Two replicas with a real Redis between them, which goes away and comes back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RedisIT {

    private static final int MESSAGES_PER_MINUTE = 10;

    /** Without hints a reader looks every three seconds, so three messages one after the other take longer than this. */
    private static final Duration WITHOUT_LOOKING = Duration.ofSeconds(4);

    private static int port;
    private static RedisServer redis;
    private static EmbeddedServer first;
    private static EmbeddedServer second;
    private static TestBank bank;

    @BeforeAll
    static void two_replicas() throws Exception {
        port = TestPorts.noClients();
        redis = new RedisServer(port);
        redis.start();
        Map<String, Object> settings = Map.of(
                "openteller.redis.url", "redis://localhost:" + port,
                "openteller.limits.messages-per-session", String.valueOf(MESSAGES_PER_MINUTE));
        first = TestPlatform.start(settings);
        second = TestPlatform.start(settings);
        bank = TestBank.open(first.getApplicationContext(), "GBP");
    }

    @AfterAll
    static void stop() throws Exception {
        first.close();
        second.close();
        redis.stop();
    }

    @Test
    @Order(1)
    void a_message_taken_by_one_replica_reaches_the_reader_at_the_other_at_once() throws Exception {
        assertThat(fastest(6)).isLessThan(WITHOUT_LOOKING);
    }

    @Test
    @Order(2)
    void a_limit_reached_at_one_replica_holds_at_the_other() throws Exception {
        TestVisitor visitor = waiting();
        HttpResponse<String> refused = afterTooMany(visitor);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(accepted(visitor.at(second))).isLessThan(MESSAGES_PER_MINUTE);
    }

    @Test
    @Order(3)
    void without_redis_messages_still_arrive_and_each_replica_limits_for_itself() throws Exception {
        redis.stop();
        assertThat(burst()).isGreaterThan(Duration.ZERO);
        TestVisitor visitor = waiting();
        assertThat(afterTooMany(visitor).headers().firstValue("Retry-After")).isPresent();
        assertThat(accepted(visitor.at(second))).isGreaterThanOrEqualTo(MESSAGES_PER_MINUTE);
    }

    @Test
    @Order(4)
    void when_redis_is_back_hints_are_heard_again() throws Exception {
        redis = new RedisServer(port);
        redis.start();
        assertThat(fastest(12)).isLessThan(WITHOUT_LOOKING);
    }

    private static Duration fastest(int rounds) throws Exception {
        Duration fastest = burst();
        for (int round = 1; round < rounds && fastest.compareTo(WITHOUT_LOOKING) >= 0; round++) {
            Duration again = burst();
            fastest = again.compareTo(fastest) < 0 ? again : fastest;
        }
        return fastest;
    }

    /** How long three messages take from one replica to the reader at the other, each sent when the last has arrived. */
    private static Duration burst() throws Exception {
        TestVisitor visitor = waiting();
        try (TestStream stream = visitor.at(second).stream(null)) {
            stream.next(event -> event.from("SYSTEM"));
            Instant begun = Instant.now();
            for (int i = 0; i < 3; i++) {
                visitor.says("Is anybody there?");
                stream.nextFrom("CUSTOMER");
            }
            return Duration.between(begun, Instant.now());
        }
    }

    /** A visitor in the queue for people: the assistant adds nothing to what is measured. */
    private static TestVisitor waiting() throws Exception {
        TestVisitor visitor = TestVisitor.anonymous(first, bank);
        assertThat(visitor.post("/handoff", Map.of()).statusCode()).isEqualTo(202);
        return visitor;
    }

    private static HttpResponse<String> afterTooMany(TestVisitor visitor) throws Exception {
        for (int sent = 0; sent < 5 * MESSAGES_PER_MINUTE; sent++) {
            HttpResponse<String> answer = said(visitor);
            if (answer.statusCode() != 202) {
                assertThat(sent).isGreaterThanOrEqualTo(MESSAGES_PER_MINUTE);
                assertThat(answer.statusCode()).isEqualTo(429);
                assertThat(answer.body()).contains("RATE_LIMITED");
                return answer;
            }
        }
        throw new AssertionError("no limit was reached");
    }

    /** How many messages are accepted before one is refused. */
    private static int accepted(TestVisitor visitor) throws Exception {
        int accepted = 0;
        while (said(visitor).statusCode() == 202) {
            accepted++;
        }
        return accepted;
    }

    private static HttpResponse<String> said(TestVisitor visitor) throws Exception {
        return visitor.post(
                "/messages", Map.of("clientMessageId", UUID.randomUUID().toString(), "text", "Is anybody there?"));
    }
}
