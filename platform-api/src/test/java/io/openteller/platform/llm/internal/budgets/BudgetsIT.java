package io.openteller.platform.llm.internal.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.llm.Task;
import io.openteller.platform.llm.internal.budgets.Budgets.Held;
import io.openteller.platform.llm.internal.budgets.Budgets.Wanted;
import io.openteller.platform.llm.internal.routes.Candidate;
import io.openteller.platform.llm.internal.routes.Limits;
import io.openteller.platform.llm.internal.routes.Price;
import io.openteller.platform.llm.internal.routes.Route;
import io.openteller.platform.llm.internal.routes.Settings;
import io.openteller.platform.plugin.PluginPlatform;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of a budget on several replicas: two of the class that lends, over one database. */
class BudgetsIT {

    /** In the middle of a minute and of a day, so that neither ends while a test runs. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:30Z"), ZoneOffset.UTC);

    private static final Price PRICE = new Price("p", "m", 15, 60, LocalDate.EPOCH);

    @TempDir
    static Path folder;

    private static PluginPlatform platform;
    private Tenant bank;
    private Budgets one;
    private Budgets other;

    @BeforeAll
    static void start() throws Exception {
        platform = new PluginPlatform(folder.resolve("data"), Files.createDirectories(folder.resolve("plugins")));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void two_replicas() {
        bank = platform.another();
        one = replica();
        other = replica();
    }

    @AfterEach
    void end() {
        one.stop();
        other.stop();
    }

    private static Budgets replica() {
        TenantDatabase database = platform.bean(TenantDatabase.class);
        return new Budgets(new Ledger(database), new Alarms(database, CLOCK), CLOCK);
    }

    private static Settings settings(Limits budget) {
        return new Settings(null, List.of(), budget, 80, 10, 30);
    }

    private static Route route(Limits budget) {
        return new Route(Task.ANSWER, true, List.of(Candidate.only("p", "m", 1_000)), Set.of(), null, budget);
    }

    private static Wanted wanted(long tokens, @Nullable String customer, boolean shadow) {
        return new Wanted(Task.ANSWER, tokens, 0, PRICE, customer, shadow);
    }

    private Optional<Held> hold(Budgets replica, Limits budget, long tokens) {
        return CurrentTenant.call(
                bank, () -> replica.hold(settings(budget), route(Limits.NONE), wanted(tokens, null, false)));
    }

    private long taken(String unit, String span) {
        return CurrentTenant.call(bank, () -> platform.bean(TenantDatabase.class)
                .inTransaction(sql -> sql.createQuery("SELECT coalesce(sum(taken), 0) FROM model_ledger"
                                + " WHERE account = '' AND unit = :unit AND span = :span")
                        .bind("unit", unit)
                        .bind("span", span)
                        .mapTo(Long.class)
                        .one()));
    }

    @Test
    void sixty_four_threads_on_two_replicas_never_spend_more_than_the_budget_together() throws Exception {
        long budget = 100_000;
        Limits limits = new Limits(null, budget, null, 1L);
        AtomicLong spent = new AtomicLong();
        AtomicLong refused = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            Budgets replica = i % 2 == 0 ? one : other;
            threads.add(Thread.ofVirtual().start(() -> CurrentTenant.run(bank, () -> {
                for (int call = 0; call < 100; call++) {
                    long estimate = 50 + ThreadLocalRandom.current().nextLong(150);
                    Optional<Held> got =
                            replica.hold(settings(limits), route(Limits.NONE), wanted(estimate, null, false));
                    if (got.isEmpty()) {
                        refused.incrementAndGet();
                        continue;
                    }
                    long used = estimate / 2;
                    spent.addAndGet(used);
                    replica.settle(got.get(), used, PRICE.micros(used, 0));
                }
            })));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(refused.get()).isPositive();
        assertThat(spent.get()).isGreaterThan(budget / 3).isLessThanOrEqualTo(budget);
        one.giveBackIdle(Duration.ZERO);
        other.giveBackIdle(Duration.ZERO);
        assertThat(taken("TOKENS", "DAY")).isEqualTo(spent.get());
        assertThat(taken("MONEY", "DAY")).isEqualTo(spent.get() * 15).isLessThanOrEqualTo(1_000_000);
    }

    @Test
    void what_one_replica_does_not_use_another_may() {
        Limits budget = new Limits(null, 1_000L, null, null);
        Held all = hold(one, budget, 1_000).orElseThrow();
        Budgets third = replica();
        assertThat(hold(third, budget, 10)).isEmpty();
        third.stop();
        one.settle(all, 100, 0);
        one.giveBackIdle(Duration.ZERO);
        assertThat(hold(other, budget, 800)).isPresent();
        assertThat(taken("TOKENS", "DAY")).isBetween(900L, 1_000L);
    }

    @Test
    void a_replica_that_stops_gives_its_part_back() {
        Limits budget = new Limits(null, 1_000_000L, null, null);
        Held held = hold(one, budget, 10).orElseThrow();
        assertThat(taken("TOKENS", "DAY")).isGreaterThan(1_000);
        one.settle(held, 7, 0);
        one.stop();
        assertThat(taken("TOKENS", "DAY")).isEqualTo(7);
    }

    @Test
    void what_was_spent_beyond_the_estimate_is_written_down_as_well() {
        Limits budget = new Limits(null, 1_000L, null, null);
        Held held = hold(one, budget, 900).orElseThrow();
        one.settle(held, 1_500, 0);
        one.giveBackIdle(Duration.ZERO);
        assertThat(taken("TOKENS", "DAY")).isEqualTo(1_500);
        assertThat(hold(other, budget, 1)).isEmpty();
    }

    @Test
    void a_smaller_budget_holds_at_once() {
        one.settle(hold(one, new Limits(null, 10_000L, null, null), 400).orElseThrow(), 400, 0);
        Limits smaller = new Limits(null, 500L, null, null);
        assertThat(hold(one, smaller, 200)).isEmpty();
        assertThat(hold(one, smaller, 100)).isPresent();
    }

    @Test
    void minute_and_day_are_books_of_their_own() {
        Limits budget = new Limits(100L, 1_000L, null, null);
        assertThat(hold(one, budget, 100)).isPresent();
        assertThat(hold(one, budget, 1)).isEmpty();
        assertThat(hold(one, new Limits(null, 1_000L, null, null), 800)).isPresent();
    }

    @Test
    void a_model_without_a_price_is_not_asked_on_a_budget_of_money() {
        Settings money = settings(new Limits(null, null, null, 100L));
        Optional<Held> held = CurrentTenant.call(
                bank, () -> one.hold(money, route(Limits.NONE), new Wanted(Task.ANSWER, 1, 1, null, null, false)));
        assertThat(held).isEmpty();
    }

    @Test
    void small_calls_add_up_to_money() {
        Limits budget = new Limits(null, null, null, 1L);
        for (int i = 0; i < 10; i++) {
            // 6,000 tokens at 15 minor units a million: nine hundredths of one unit each.
            one.settle(hold(one, budget, 6_000).orElseThrow(), 6_000, PRICE.micros(6_000, 0));
        }
        one.giveBackIdle(Duration.ZERO);
        assertThat(taken("MONEY", "DAY")).isEqualTo(900_000);
        assertThat(hold(one, budget, 12_000)).isEmpty();
    }

    @Test
    void one_customer_cannot_use_what_is_for_all() {
        Settings settings = settings(new Limits(null, 10_000L, 100L, null));
        CurrentTenant.run(bank, () -> {
            assertThat(one.hold(settings, route(Limits.NONE), wanted(100, "greedy", false))).isPresent();
            assertThat(one.hold(settings, route(Limits.NONE), wanted(1, "greedy", false))).isEmpty();
            assertThat(one.hold(settings, route(Limits.NONE), wanted(100, "another", false))).isPresent();
        });
    }

    @Test
    void shadows_have_a_share_and_no_more() {
        Settings settings = settings(new Limits(null, 10_000L, null, null));
        CurrentTenant.run(bank, () -> {
            assertThat(one.hold(settings, route(Limits.NONE), wanted(1_001, null, true))).isEmpty();
            assertThat(one.hold(settings, route(Limits.NONE), wanted(1_000, null, true))).isPresent();
            assertThat(one.hold(settings, route(Limits.NONE), wanted(1, null, true))).isEmpty();
            assertThat(one.hold(settings, route(Limits.NONE), wanted(5_000, null, false))).isPresent();
        });
    }
}
