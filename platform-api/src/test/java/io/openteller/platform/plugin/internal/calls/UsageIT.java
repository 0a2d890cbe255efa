package io.openteller.platform.plugin.internal.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.openteller.platform.Database;
import io.openteller.platform.plugin.internal.calls.Usage.Numbers;
import io.openteller.platform.plugin.internal.calls.Usage.Overview;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts and times of calls, from two replicas and over a restart. */
class UsageIT {

    @TempDir
    static Path data;

    private static Replica one;
    private static Replica two;

    private Tenant bank;
    private String plugin;

    @BeforeAll
    static void start() {
        one = Replica.start(data, Map.of());
        two = Replica.start(data, Map.of());
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
    }

    @BeforeEach
    void a_bank() {
        bank = one.bank();
        plugin = "reader-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private void calls(Replica replica, int from, int to) {
        CurrentTenant.run(bank, () -> {
            for (int millis = from; millis <= to; millis++) {
                replica.bean(UsageBook.class).called(plugin, "AccountReader.accounts", millis * 1000L, millis % 10 == 0);
            }
        });
    }

    private static void on(Duration time) {
        one.bean(TurnedClock.class).on(time);
        two.bean(TurnedClock.class).on(time);
    }

    private Overview seen(Replica replica, int hours) {
        return CurrentTenant.call(bank, () -> replica.bean(Usage.class).of(plugin, Duration.ofHours(hours)));
    }

    private static Numbers only(Overview overview) {
        assertThat(overview.slots()).hasSize(1);
        return overview.slots().values().iterator().next();
    }

    @Test
    void what_two_replicas_counted_adds_up_percentiles_included() {
        calls(one, 1, 50);
        calls(two, 51, 100);
        seen(one, 1);
        Numbers numbers = only(seen(two, 1));
        assertThat(numbers.calls()).isEqualTo(100);
        assertThat(numbers.failed()).isEqualTo(10);
        assertThat(numbers.p50Millis()).isCloseTo(50, within(1.0));
        assertThat(numbers.p95Millis()).isCloseTo(95, within(2.0));
        assertThat(only(seen(one, 1))).isEqualTo(numbers);
    }

    @Test
    void a_restart_loses_nothing_that_was_ended_in_order() {
        Replica third = Replica.start(data, Map.of());
        Duration ahead = Duration.between(
                third.bean(TurnedClock.class).instant(), one.bean(TurnedClock.class).instant());
        third.bean(TurnedClock.class).on(ahead);
        assertThat(third.bean(Upkeep.class)).isNotNull();
        calls(third, 1, 20);
        third.close();
        assertThat(only(seen(one, 1)).calls()).isEqualTo(20);
    }

    @Test
    void nothing_is_written_for_a_single_call() {
        calls(one, 1, 1_000);
        assertThat(rows()).isZero();
        CurrentTenant.run(bank, () -> one.bean(UsageBook.class).write());
        assertThat(rows()).as("five minutes, and an hour").isEqualTo(2);
    }

    private long rows() {
        return Database.asApplication().inTransaction(sql -> {
            sql.execute("SELECT set_config('app.tenant', ?, true)", bank.id().toString());
            return sql.createQuery("SELECT count(*) FROM plugin_usage WHERE plugin_id = ?")
                    .bind(0, plugin)
                    .mapTo(Long.class)
                    .one();
        });
    }

    @Test
    void slots_are_of_five_minutes_in_a_day_and_of_an_hour_beyond_and_go_when_they_are_old() {
        calls(one, 1, 10);
        on(Duration.ofMinutes(7));
        calls(one, 1, 10);
        assertThat(seen(one, 24).slots()).hasSize(2);
        assertThat(only(seen(one, 100)).calls()).isEqualTo(20);
        on(Duration.ofHours(30));
        one.bean(Upkeep.class).once();
        assertThat(seen(one, 24).slots()).isEmpty();
        assertThat(only(seen(one, 100)).calls()).isEqualTo(20);
        on(Duration.ofDays(31));
        one.bean(Upkeep.class).once();
        assertThat(rows()).isZero();
    }

    @Test
    void calls_that_never_came_to_the_plugin_are_counted_apart() {
        CurrentTenant.run(bank, () -> one.bean(UsageBook.class).held(plugin, "AccountReader"));
        calls(one, 1, 4);
        Numbers numbers = only(seen(one, 1));
        assertThat(numbers.calls()).isEqualTo(4);
        assertThat(numbers.held()).isEqualTo(1);
        assertThat(seen(one, 1).operations()).containsOnlyKeys("AccountReader", "AccountReader.accounts");
    }

    @Test
    void another_bank_sees_none_of_it() {
        calls(one, 1, 4);
        seen(one, 1);
        bank = one.bank();
        assertThat(seen(one, 1).slots()).isEmpty();
    }
}
