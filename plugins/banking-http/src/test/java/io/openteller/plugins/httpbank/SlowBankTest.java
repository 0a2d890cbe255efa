package io.openteller.plugins.httpbank;

import static io.openteller.plugins.httpbank.ScriptedBank.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.OpentellerPlugin.Health;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.CardControl.Blocking;
import io.openteller.testkit.TestCall;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that come too late, or not at all. The time limits are there to end a test that hangs. */
@Timeout(30)
class SlowBankTest {

    private static final String BLOCKED = """
            {"customerRef": "C1", "asOf": "2026-01-02T03:04:05Z",
             "blocking": {"cardRef": "c1", "at": "2026-01-02T03:04:05Z", "alreadyBlocked": false}}
            """;

    private final ScriptedBank bank = new ScriptedBank();

    @AfterEach
    void stop() {
        bank.close();
    }

    private TestCall call(Duration time) {
        return new TestCall("bank", "call-1", Instant.now().plus(time), bank.settings());
    }

    @Test
    void silence_ends_at_the_deadline() {
        bank.says(bank.silence());
        assertThat(new HttpAccounts().accounts(call(Duration.ofMillis(300)), "C1"))
                .isEqualTo(Outcome.unavailable("the bank's server did not answer in time"));
        assertThat(new HttpBankPlugin().check(call(Duration.ofMillis(300))))
                .isEqualTo(Health.down("the bank's server did not answer in time"));
    }

    @Test
    void half_an_answer_ends_at_the_deadline_too() {
        bank.says(bank.halfAnAnswer());
        assertThat(new HttpAccounts().accounts(call(Duration.ofMillis(300)), "C1"))
                .isInstanceOf(Outcome.Unavailable.class);
    }

    @Test
    void a_caller_that_goes_is_let_go() throws Exception {
        bank.says(bank.silence());
        AtomicInteger unavailable = new AtomicInteger();
        Thread caller = Thread.ofVirtual().start(() -> {
            if (new HttpCards().cards(call(Duration.ofMinutes(5)), "C1") instanceof Outcome.Unavailable<?>) {
                unavailable.incrementAndGet();
            }
        });
        caller.interrupt();
        caller.join();
        assertThat(unavailable).hasValue(1);
    }

    @Test
    void what_was_done_but_not_heard_of_is_unavailable_and_says_so_and_the_same_call_again_tells_it() {
        AtomicInteger effects = new AtomicInteger();
        bank.says(exchange -> {
            effects.incrementAndGet();
            bank.silence().play(exchange);
        });
        assertThat(new HttpCards().block(call(Duration.ofMillis(300)), "C1", "c1"))
                .isEqualTo(Outcome.unavailable(
                        "the bank's server did not answer in time; what was asked may have been done"));
        assertThat(bank.asked()).as("the plugin itself asks once").isEqualTo(1);
        bank.says(json(200, BLOCKED));
        assertThat(new HttpCards().block(call(Duration.ofSeconds(20)), "C1", "c1"))
                .isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(done.value())
                        .isEqualTo(new Blocking("c1", Instant.parse("2026-01-02T03:04:05Z"), false)));
    }

    @Test
    void a_server_that_hangs_up_or_is_not_there_is_unavailable() {
        bank.says(exchange -> exchange.close());
        assertThat(new HttpAccounts().accounts(call(Duration.ofSeconds(20)), "C1"))
                .isEqualTo(Outcome.unavailable("the bank's server cannot be reached"));
        TestCall call = call(Duration.ofSeconds(20));
        bank.close();
        assertThat(new HttpAccounts().accounts(call, "C1"))
                .isEqualTo(Outcome.unavailable("the bank's server cannot be reached"));
    }
}
