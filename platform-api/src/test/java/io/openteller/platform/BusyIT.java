package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.turn.Turns;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More is said than is answered: messages are turned away before they would wait too long, and those that fit are taken at once. */
@Timeout(120)
class BusyIT {

    private static final int MOST = 40;
    private static final EmbeddedServer PLATFORM = TestPlatform.start(Map.of(
            "openteller.turn.loop", "false",
            "openteller.limits.messages-per-session", "10000",
            "openteller.limits.waiting-per-bank", String.valueOf(MOST),
            "openteller.limits.oldest-waiting", "1s"));

    private TestBank bank;

    @BeforeEach
    void a_bank() throws Exception {
        bank = TestBank.open(PLATFORM.getApplicationContext(), "GBP");
    }

    @AfterAll
    static void stop() {
        PLATFORM.close();
    }

    @Test
    void what_would_wait_too_long_is_turned_away_with_a_time_and_taken_when_others_are_answered() throws Exception {
        HttpResponse<String> refused = null;
        int taken = 0;
        while (refused == null) {
            HttpResponse<String> answer = said(TestVisitor.anonymous(PLATFORM, bank));
            if (answer.statusCode() == 202) {
                taken++;
            } else {
                refused = answer;
            }
            assertThat(taken).isLessThanOrEqualTo(MOST + 2);
        }
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("\"BUSY\"");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(2L, 30L);
        assertThat(PLATFORM.getApplicationContext()
                        .getBean(io.micrometer.core.instrument.MeterRegistry.class)
                        .get("openteller.requests.limited")
                        .tag("limit", "waiting")
                        .counter()
                        .count())
                .isPositive();
        assertThat(taken).as("not all of a sudden").isGreaterThan(16);
        assertThat(count("SELECT count(*) FROM turn")).as("nothing of a message that was turned away is kept").isEqualTo(taken);

        TestBank other = TestBank.open(PLATFORM.getApplicationContext(), "GBP");
        assertThat(said(TestVisitor.anonymous(PLATFORM, other)).statusCode()).as("another bank").isEqualTo(202);

        TestVisitor withPeople = TestVisitor.anonymous(PLATFORM, bank);
        assertThat(withPeople.post("/handoff", Map.of()).statusCode()).as("asking for a person").isEqualTo(202);
        assertThat(said(withPeople).statusCode()).as("what is for people").isEqualTo(202);

        CurrentTenant.run(bank.tenant(), () -> {
            Turns turns = PLATFORM.getApplicationContext().getBean(Turns.class);
            while (turns.answerNext()) {
                // until none waits
            }
        });
        TestVisitor late = TestVisitor.anonymous(PLATFORM, bank);
        HttpResponse<String> answer = said(late);
        while (answer.statusCode() == 429) {
            answer = said(late);
        }
        assertThat(answer.statusCode()).isEqualTo(202);
    }

    @Test
    void messages_are_stored_while_everything_else_waits_for_a_connection() throws Exception {
        TenantDatabase database = PLATFORM.getApplicationContext().getBean(TenantDatabase.class);
        CountDownLatch open = new CountDownLatch(1);
        var held = new AtomicInteger();
        for (int i = 0; i < 40; i++) {
            Thread.ofVirtual().start(() -> CurrentTenant.run(bank.tenant(), () -> database.inTransaction(sql -> {
                held.incrementAndGet();
                return waited(open);
            })));
        }
        while (held.get() < 12) {
            Thread.onSpinWait();
        }
        try {
            assertThat(said(TestVisitor.anonymous(PLATFORM, bank)).statusCode()).isEqualTo(202);
            assertThat(held).as("so many at once and no more").hasValue(12);
        } finally {
            open.countDown();
        }
    }

    @Test
    void messages_are_stored_while_answers_compute_on_every_processor() throws Exception {
        TestVisitor visitor = TestVisitor.anonymous(PLATFORM, bank);
        said(visitor);
        var over = new AtomicBoolean();
        int processors = Runtime.getRuntime().availableProcessors();
        var spinning = new AtomicInteger();
        for (int i = 0; i < 2 * processors; i++) {
            // Virtual threads are not taken from a processor that they keep: no other one runs until these end.
            Thread.ofVirtual().start(() -> {
                spinning.incrementAndGet();
                while (!over.get()) {
                    Thread.onSpinWait();
                }
            });
        }
        while (spinning.get() < processors) {
            Thread.onSpinWait();
        }
        try {
            long begun = System.nanoTime();
            assertThat(said(visitor).statusCode()).isEqualTo(202);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        } finally {
            over.set(true);
        }
    }

    private static HttpResponse<String> said(TestVisitor visitor) throws Exception {
        return visitor.post(
                "/messages", Map.of("clientMessageId", UUID.randomUUID().toString(), "text", "What are the fees?"));
    }

    private long count(String query) {
        TenantDatabase database = PLATFORM.getApplicationContext().getBean(TenantDatabase.class);
        return CurrentTenant.call(
                bank.tenant(),
                () -> database.inTransaction(sql -> sql.createQuery(query).mapTo(Long.class).one()));
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            return latch.await(60, java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
