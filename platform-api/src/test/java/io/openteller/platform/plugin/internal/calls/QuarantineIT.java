package io.openteller.platform.plugin.internal.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.plugin.Installations;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.spi.OpentellerPlugin.Health;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.AccountReader.Account;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin that keeps failing for a bank, on two replicas with one clock that a test turns. */
class QuarantineIT {

    private static final Duration WITHIN = Duration.ofSeconds(2);

    @TempDir
    static Path data;

    private static Replica one;
    private static Replica two;

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger checks = new AtomicInteger();
    private volatile Supplier<Outcome<List<Account>>> says = QuarantineIT::broken;
    private volatile boolean works;
    private Tenant bank;
    private String plugin;

    @BeforeAll
    static void start() {
        Map<String, Object> settings = Map.of(
                "openteller.plugins.quarantine.after", "3",
                "openteller.plugins.quarantine.first-pause", "10s",
                "openteller.plugins.quarantine.longest-pause", "60s");
        one = Replica.start(data, settings);
        two = Replica.start(data, settings);
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
    }

    @BeforeEach
    void a_bank_and_a_plugin() {
        bank = one.bank();
        plugin = "reader-" + UUID.randomUUID().toString().substring(0, 8);
        for (Replica replica : new Replica[] {one, two}) {
            replica.bean(SetShelf.class).put(
                    ManifestBuilder.reader(plugin, "1.0.0"),
                    Replica.reading(
                            (context, customer) -> {
                                calls.incrementAndGet();
                                return says.get();
                            },
                            context -> {
                                checks.incrementAndGet();
                                return works ? Health.up("well again") : Health.down("still nothing");
                            }));
        }
        enable(bank);
        checks.set(0);
    }

    private void enable(Tenant where) {
        CurrentTenant.run(where, () -> one.bean(Installations.class).enable(plugin, true, "test"));
    }

    private static Outcome<List<Account>> broken() {
        throw new IllegalStateException("broken");
    }

    private String call(Replica replica, Tenant where) {
        return replica.accounts(where, plugin, WITHIN).toString();
    }

    private void fail(int times) {
        for (int call = 0; call < times; call++) {
            assertThat(call(one, bank)).contains("IllegalStateException");
        }
    }

    private static void on(Duration time) {
        one.bean(TurnedClock.class).on(time);
        two.bean(TurnedClock.class).on(time);
    }

    private void probe(Replica replica) {
        CurrentTenant.run(bank, () -> {
            Checks checks = replica.bean(Checks.class);
            checks.due().forEach(checks::probe);
        });
    }

    private @Nullable Quarantined held() {
        return CurrentTenant.call(bank, () -> one.bean(QuarantineSql.class).now()).get(plugin);
    }

    private Quarantined now() {
        return Objects.requireNonNull(held());
    }

    @Test
    void the_third_failure_in_a_row_holds_further_calls_back_with_the_reason() {
        fail(3);
        assertThat(call(one, bank)).contains("held back since", "3 failures in a row", "IllegalStateException", "tried again at");
        assertThat(calls).hasValue(3);
        Instant now = one.bean(TurnedClock.class).instant();
        assertThat(now().since()).isEqualTo(now);
        assertThat(now().probeAt()).isEqualTo(now.plusSeconds(10));
    }

    @Test
    void an_answer_in_between_begins_the_count_anew_and_no_is_an_answer() {
        fail(2);
        says = () -> Outcome.refused("the card is blocked");
        assertThat(call(one, bank)).contains("Refused");
        says = () -> Outcome.unavailable("core banking is down");
        assertThat(call(one, bank)).contains("Unavailable");
        says = QuarantineIT::broken;
        fail(2);
        assertThat(held()).isNull();
        says = () -> Outcome.unavailable("core banking is down");
        call(one, bank);
        says = QuarantineIT::broken;
        fail(1);
        assertThat(held()).as("what the bank's system does is neither for it nor against it").isNotNull();
    }

    @Test
    void other_banks_go_on_calling_it() {
        fail(3);
        Tenant other = one.bank();
        enable(other);
        says = () -> Outcome.refused("no");
        assertThat(call(one, other)).contains("Refused");
        assertThat(call(one, bank)).contains("held back");
    }

    @Test
    void it_is_checked_after_growing_pauses_and_called_again_after_the_first_success() {
        fail(3);
        probe(one);
        assertThat(checks).hasValue(0);
        on(Duration.ofSeconds(10));
        probe(one);
        assertThat(checks).hasValue(1);
        on(Duration.ofSeconds(10));
        probe(one);
        assertThat(checks).as("the second pause is twice as long").hasValue(1);
        on(Duration.ofSeconds(10));
        probe(one);
        assertThat(checks).hasValue(2);
        assertThat(now().probeAt()).isEqualTo(one.bean(TurnedClock.class).instant().plusSeconds(40));
        works = true;
        says = () -> Outcome.refused("no");
        on(Duration.ofSeconds(40));
        probe(one);
        assertThat(held()).isNull();
        assertThat(call(one, bank)).contains("Refused");
    }

    @Test
    void what_falls_back_soon_after_waits_twice_as_long() {
        fail(3);
        works = true;
        on(Duration.ofSeconds(10));
        probe(one);
        assertThat(held()).isNull();
        fail(3);
        assertThat(now().probeAt()).isEqualTo(one.bean(TurnedClock.class).instant().plusSeconds(20));
        on(Duration.ofSeconds(20));
        probe(one);
        on(Duration.ofMinutes(11));
        fail(3);
        assertThat(now().probeAt()).isEqualTo(one.bean(TurnedClock.class).instant().plusSeconds(10));
    }

    @Test
    void it_holds_for_another_replica_too_and_one_of_both_checks() {
        fail(3);
        assertThat(call(two, bank)).contains("held back");
        assertThat(calls).hasValue(3);
        on(Duration.ofSeconds(10));
        probe(one);
        probe(two);
        assertThat(checks).hasValue(1);
    }

    @Test
    void other_settings_and_a_test_that_goes_well_end_it() {
        fail(3);
        CurrentTenant.run(bank, () -> one.bean(Installations.class).configure(plugin, Map.of("limit", 4), "test"));
        assertThat(held()).isNull();
        fail(3);
        works = true;
        CurrentTenant.run(bank, () -> one.bean(Installations.class).check(plugin, null));
        assertThat(held()).isNull();
    }

    @Test
    void a_caller_with_next_to_no_time_does_not_hold_a_plugin_back() {
        says = () -> {
            try {
                Thread.sleep(WITHIN);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            return Outcome.refused("late");
        };
        for (int call = 0; call < 4; call++) {
            assertThat(one.accounts(bank, plugin, Duration.ofMillis(20)).toString()).contains("no answer within 20 ms");
        }
        assertThat(held()).isNull();
        for (int call = 0; call < 3; call++) {
            one.accounts(bank, plugin, Duration.ofMillis(600));
        }
        assertThat(held()).isNotNull();
    }
}
