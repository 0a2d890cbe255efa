package io.openteller.platform.banking;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.Gate;
import io.openteller.platform.banking.PaperBank.Fault;
import io.openteller.platform.coordination.Leases;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A process has to go while it asks the bank what became of a call, or while it makes one. On a real database. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GivenBackCallsIT {

    private final Gate gate = new Gate();
    private ApplicationContext platform;
    private PaperBank paper;
    private Operated asha;

    @BeforeEach
    void start() {
        platform = Operated.platform(Map.of("openteller.banking.lease", "1h"));
        paper = platform.getBean(PaperBank.class);
        asha = Operated.at(platform, Operated.newBank(platform, "INR"), "C-1");
    }

    @AfterEach
    void stop() {
        gate.open();
        platform.close();
    }

    @Test
    void what_the_bank_is_being_asked_about_is_asked_by_another_at_once() throws Exception {
        inDoubt();
        paper.before = gate;
        CompletableFuture<Boolean> slow = inBackground(asha::settle);
        gate.reached();
        assertThat(asha.settle()).as("somebody asks").isFalse();

        platform.getBean(Leases.class).giveBack();
        paper.fault = Fault.NONE;
        assertThat(asha.settle()).isTrue();
        assertThat(state()).isEqualTo("DONE");

        gate.open();
        slow.get(30, TimeUnit.SECONDS);
        assertThat(state()).isEqualTo("DONE");
    }

    @Test
    void who_was_slow_and_knows_nothing_does_not_take_it_from_the_one_who_asks_now() throws Exception {
        inDoubt();
        paper.before = gate;
        CompletableFuture<Boolean> slow = inBackground(asha::settle);
        gate.reached();
        platform.getBean(Leases.class).giveBack();
        Gate second = new Gate();
        paper.before = second;
        CompletableFuture<Boolean> now = inBackground(asha::settle);
        second.reached();
        String asking = row();

        gate.open();
        slow.get(30, TimeUnit.SECONDS);
        assertThat(row()).as("with its lease, and when to look again").isEqualTo(asking);
        assertThat(asha.settle()).isFalse();

        paper.fault = Fault.NONE;
        second.open();
        now.get(30, TimeUnit.SECONDS);
        assertThat(state()).isEqualTo("DONE");
    }

    /** The bank may still do it: asked now, it could say that it never did. */
    @Test
    void a_call_that_is_being_made_keeps_its_lease() throws Exception {
        paper.before = gate;
        CompletableFuture<Ruling> slow = inBackground(() -> asha.perform("call-1", "access.send_reset_link/v1", "{}"));
        gate.reached();
        platform.getBean(Leases.class).giveBack();
        paper.before = () -> {};
        asha.change("UPDATE bank_intent SET look_at = clock_timestamp()");
        assertThat(asha.settle()).isFalse();
        assertThat(paper.asked).isEmpty();

        gate.open();
        assertThat(slow.get(30, TimeUnit.SECONDS)).isInstanceOf(Ruling.Done.class);
    }

    private void inDoubt() {
        paper.fault = Fault.BOOKS_CLOSED;
        asha.perform("call-1", "access.send_reset_link/v1", "{}");
        assertThat(state()).isEqualTo("IN_DOUBT");
        asha.change("UPDATE bank_intent SET look_at = clock_timestamp()");
    }

    private String state() {
        return asha.stored("SELECT state FROM bank_intent").getFirst();
    }

    private String row() {
        return asha.stored("SELECT state || attempts || lease_until || look_at FROM bank_intent").getFirst();
    }

    private static <T> CompletableFuture<T> inBackground(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
    }
}
