package io.openteller.platform.plugin.internal.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.plugin.Installations;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.spi.CallContext;
import io.openteller.spi.OpentellerPlugin.Health;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.AccountReader.Account;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;

/** Plugins that are slow, greedy or talk nonsense, and banks that call too much. */
class BoundsIT {

    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    static Path data;

    private static Replica platform;

    private Tenant bank;
    private String plugin;

    @BeforeAll
    static void start() {
        platform = Replica.start(data, Map.of("openteller.plugins.quarantine.after", "1000"));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void a_bank() {
        bank = platform.bank();
        plugin = "reader-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private void put(ManifestBuilder of, BiFunction<CallContext, String, Outcome<List<Account>>> accounts) {
        platform.bean(SetShelf.class).put(of, Replica.reading(accounts, context -> Health.up("fine")));
    }

    private ManifestBuilder reader() {
        return ManifestBuilder.reader(plugin, "1.0.0");
    }

    private void enable(Tenant where) {
        CurrentTenant.run(where, () -> platform.bean(Installations.class).enable(plugin, true, "test"));
    }

    private String answer(Tenant where, Duration within) {
        return platform.accounts(where, plugin, within).toString();
    }

    @Test
    void a_plugin_that_loops_keeps_its_caller_no_longer_than_the_plugin_may_take() {
        CountDownLatch enough = new CountDownLatch(1);
        AtomicReference<CallContext> seen = new AtomicReference<>();
        put(reader().using(300, 1_000, 8), (context, customer) -> {
            seen.set(context);
            while (enough.getCount() > 0) {
                Thread.onSpinWait();
            }
            return Outcome.notFound("late");
        });
        enable(bank);
        try {
            for (int looping = 0; looping < 8; looping++) {
                assertThat(answer(bank, LONG)).contains("Failed", "no answer within 300 ms");
            }
            assertThat(seen.get().cancelled()).isTrue();
            assertThat(answer(bank, LONG)).as("all its room is taken, until its code comes back").contains("too many calls at once");
        } finally {
            enough.countDown();
        }
    }

    @Test
    void the_deadline_is_the_callers_where_that_is_earlier() {
        AtomicReference<CallContext> seen = new AtomicReference<>();
        put(reader(), (context, customer) -> {
            seen.set(context);
            return Outcome.notFound("none");
        });
        enable(bank);
        answer(bank, Duration.ofSeconds(1));
        var now = platform.bean(TurnedClock.class).instant();
        assertThat(seen.get().deadline()).isEqualTo(now.plusSeconds(1));
        answer(bank, LONG);
        assertThat(seen.get().deadline()).isEqualTo(now.plusSeconds(2));
    }

    @Test
    void a_call_is_traced_to_the_turn_that_it_is_made_for() {
        AtomicReference<CallContext> seen = new AtomicReference<>();
        put(reader(), (context, customer) -> {
            seen.set(context);
            return Outcome.notFound("none");
        });
        enable(bank);
        answer(bank, LONG);
        assertThat(seen.get().trace()).isEqualTo(seen.get().callId());
        try (var turn = MDC.putCloseable("turn", "turn-7")) {
            answer(bank, LONG);
        }
        assertThat(seen.get().trace()).isEqualTo("turn-7");
        assertThat(seen.get().bank()).isEqualTo(bank.slug().value());
    }

    @Test
    void more_calls_at_once_than_declared_are_held_back_for_that_bank_alone() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        put(reader().using(20_000, 1_000, 2), (context, customer) -> {
            if (calls.incrementAndGet() <= 2) {
                begun.countDown();
                await(go);
            }
            return Outcome.notFound("none");
        });
        Tenant other = platform.bank();
        enable(bank);
        enable(other);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = threads.submit(() -> answer(bank, LONG));
            Future<String> second = threads.submit(() -> answer(bank, LONG));
            begun.await();
            assertThat(answer(bank, LONG)).contains("too many calls at once: this bank may have 2");
            assertThat(answer(other, LONG)).contains("NotFound");
            go.countDown();
            assertThat(first.get()).contains("NotFound");
            assertThat(second.get()).contains("NotFound");
        }
        assertThat(answer(bank, LONG)).contains("NotFound");
    }

    @Test
    void more_calls_in_a_second_than_allowed_are_held_back() {
        long[] nanos = {0};
        Gates gates = new Gates(() -> nanos[0]);
        Bounds three = new Bounds(1_000, 3, 10);
        CurrentTenant.run(bank, () -> {
            for (int call = 0; call < 3; call++) {
                assertThat(gates.of(plugin, three).enter()).isNull();
            }
            assertThat(gates.of(plugin, three).enter()).contains("this bank may make 3 in a second");
        });
        CurrentTenant.run(platform.bank(), () -> assertThat(gates.of(plugin, three).enter()).isNull());
        nanos[0] = Duration.ofMillis(400).toNanos();
        CurrentTenant.run(bank, () -> {
            assertThat(gates.of(plugin, three).enter()).isNull();
            assertThat(gates.of(plugin, three).enter()).isNotNull();
        });
    }

    @Test
    void nothing_null_and_of_another_kind_are_failures_and_not_answers() {
        put(reader(), (context, customer) -> null);
        enable(bank);
        assertThat(answer(bank, LONG)).contains("Failed", "it answered nothing at all");
        put(reader(), (context, customer) -> wrong(Outcome.done("not a list", context.deadline())));
        assertThat(answer(bank, LONG)).contains("Failed", "String in place of List");
        put(reader(), (context, customer) -> wrong(Outcome.done(List.of("not an account"), context.deadline())));
        assertThat(answer(bank, LONG)).contains("Failed", "String in place of Account");
        put(reader(), (context, customer) -> Outcome.done(List.of(), context.deadline()));
        assertThat(answer(bank, LONG)).contains("Answered", "Done");
    }

    @Test
    void what_it_throws_is_told_without_its_words() {
        put(reader(), (context, customer) -> {
            throw new IllegalStateException("no account for Ananya Rao, ananya@example.com");
        });
        enable(bank);
        assertThat(answer(bank, LONG)).contains("IllegalStateException at ").doesNotContain("Ananya", "@example");
        put(reader(), (context, customer) -> {
            throw new StackOverflowError("Ananya");
        });
        assertThat(answer(bank, LONG)).contains("StackOverflowError").doesNotContain("Ananya");
        List<Usage.Failed> kept = CurrentTenant.call(bank, () -> platform.bean(Usage.class).lastErrors(plugin));
        assertThat(kept).hasSize(2).allMatch(one -> one.operation().equals("AccountReader.accounts"));
        assertThat(kept.toString()).doesNotContain("Ananya", "@example");
    }

    @Test
    void a_caller_that_is_interrupted_leaves_and_the_plugin_is_not_blamed() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        put(reader().using(20_000, 1_000, 8), (context, customer) -> {
            begun.countDown();
            try {
                Thread.sleep(LONG);
            } catch (InterruptedException stop) {
                interrupted.countDown();
            }
            return Outcome.notFound("none");
        });
        enable(bank);
        AtomicReference<String> said = new AtomicReference<>();
        Thread caller = Thread.ofVirtual().start(() -> said.set(answer(bank, LONG)));
        begun.await();
        caller.interrupt();
        caller.join();
        assertThat(said.get()).contains("interrupted");
        interrupted.await();
    }

    @Test
    void the_twenty_last_failures_are_kept() {
        AtomicInteger count = new AtomicInteger();
        put(reader(), (context, customer) -> {
            throw new IllegalStateException("x" + count.incrementAndGet());
        });
        enable(bank);
        for (int call = 0; call < 25; call++) {
            platform.bean(TurnedClock.class).on(Duration.ofSeconds(1));
            answer(bank, LONG);
        }
        List<Usage.Failed> kept = CurrentTenant.call(bank, () -> platform.bean(Usage.class).lastErrors(plugin));
        assertThat(kept).hasSize(20);
        assertThat(kept.getFirst().at()).isEqualTo(platform.bean(TurnedClock.class).instant());
    }

    @Test
    void two_banks_at_the_same_time_see_their_own_settings_and_no_others() throws Exception {
        put(reader().using(20_000, 10_000, 64), (context, customer) -> {
            String key = String.valueOf(context.setting("key"));
            Thread.yield();
            return Outcome.refused(context.bank() + " " + key + " " + context.setting("key"));
        });
        Tenant other = platform.bank();
        String canary = "canary-" + UUID.randomUUID();
        String foreign = "canary-" + UUID.randomUUID();
        Map.of(bank, canary, other, foreign).forEach((where, key) -> {
            CurrentTenant.run(where, () -> platform.bean(Installations.class)
                    .configure(plugin, Map.of("key", key), "test"));
            enable(where);
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> here = new ArrayList<>();
            List<Future<String>> there = new ArrayList<>();
            for (int call = 0; call < 200; call++) {
                here.add(threads.submit(() -> answer(bank, LONG)));
                there.add(threads.submit(() -> answer(other, LONG)));
            }
            check(here, bank, canary, foreign);
            check(there, other, foreign, canary);
        }
    }

    private static void check(List<Future<String>> answers, Tenant bank, String own, String foreign) throws Exception {
        int answered = 0;
        for (Future<String> one : answers) {
            assertThat(one.get()).doesNotContain(foreign);
            if (one.get().contains("Refused")) {
                assertThat(one.get()).contains(bank.slug().value() + " " + own + " " + own);
                answered++;
            }
        }
        assertThat(answered).isPositive();
    }

    @SuppressWarnings("unchecked") // what a plugin that was not compiled against this interface could do
    private static Outcome<List<Account>> wrong(Outcome<?> outcome) {
        return (Outcome<List<Account>>) outcome;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
