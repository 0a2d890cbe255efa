package io.openteller.platform.llm.internal.asking;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openteller.platform.llm.internal.asking.Breakers.State;
import io.openteller.platform.llm.internal.budgets.Alarms;
import io.openteller.platform.llm.internal.routes.Candidate;
import io.openteller.platform.plugin.PluginPlatform;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BreakersIT {

    private static final Candidate MODEL = Candidate.only("p", "m", 1_000);

    @TempDir
    static Path folder;

    private static PluginPlatform platform;
    private final Hand clock = new Hand();
    private Tenant bank;
    private Breakers breakers;
    private SimpleMeterRegistry meters;

    /** A clock that is set by hand. */
    private static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-11-21T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        platform = new PluginPlatform(folder.resolve("data"), Files.createDirectories(folder.resolve("plugins")));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void a_breaker() {
        bank = platform.another();
        meters = new SimpleMeterRegistry();
        breakers = new Breakers(platform.bean(Alarms.class), clock, meters);
    }

    /** As those who watch see it. */
    private double open() {
        return meters.get("openteller.model.breakers.open").gauge().value();
    }

    private void as(Runnable work) {
        CurrentTenant.run(bank, work);
    }

    private void fails(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(breakers.admits(MODEL)).isTrue();
            breakers.failed(MODEL, null);
        }
    }

    @Test
    void five_failures_in_a_row_open_it_one_try_follows_and_a_good_one_closes_it() {
        as(() -> {
            fails(4);
            assertThat(open()).as("none is open").isZero();
            fails(1);
            assertThat(open()).isEqualTo(1);
            assertThat(breakers.seen("p", "m").state()).isEqualTo(State.OPEN);
            assertThat(breakers.admits(MODEL)).isFalse();
            clock.now = clock.now.plusSeconds(31);
            assertThat(breakers.seen("p", "m").state()).isEqualTo(State.HALF_OPEN);
            assertThat(breakers.admits(MODEL)).isTrue();
            assertThat(breakers.admits(MODEL)).isFalse();
            breakers.succeeded(MODEL);
            assertThat(breakers.seen("p", "m").state()).isEqualTo(State.CLOSED);
            assertThat(open()).isZero();
            assertThat(List.of(breakers.admits(MODEL), breakers.admits(MODEL))).containsOnly(true);
        });
    }

    @Test
    void a_try_that_fails_makes_the_rest_twice_as_long_and_never_longer_than_five_minutes() {
        as(() -> {
            fails(5);
            for (int seconds : List.of(30, 60, 120, 240, 300, 300)) {
                clock.now = clock.now.plusSeconds(seconds - 1);
                assertThat(breakers.admits(MODEL)).isFalse();
                clock.now = clock.now.plusSeconds(1);
                assertThat(breakers.admits(MODEL)).isTrue();
                breakers.failed(MODEL, null);
            }
        });
    }

    @Test
    void a_good_answer_between_failures_begins_the_count_anew() {
        as(() -> {
            fails(4);
            breakers.succeeded(MODEL);
            fails(4);
            assertThat(breakers.seen("p", "m").state()).isEqualTo(State.CLOSED);
        });
    }

    @Test
    void a_server_that_says_when_to_come_again_is_believed_up_to_five_minutes() {
        as(() -> {
            breakers.failed(MODEL, Duration.ofSeconds(7));
            assertThat(breakers.seen("p", "m").until()).isEqualTo(clock.now.plusSeconds(7));
            clock.now = clock.now.plusSeconds(7);
            assertThat(breakers.admits(MODEL)).isTrue();
            breakers.failed(MODEL, Duration.ofDays(1));
            assertThat(breakers.seen("p", "m").until()).isEqualTo(clock.now.plusSeconds(300));
        });
    }

    @Test
    void a_try_that_told_nothing_leaves_the_next_call_to_try() {
        as(() -> {
            fails(5);
            clock.now = clock.now.plusSeconds(30);
            assertThat(breakers.admits(MODEL)).isTrue();
            breakers.undecided(MODEL);
            assertThat(breakers.admits(MODEL)).isTrue();
        });
    }

    @Test
    void another_bank_and_another_model_are_asked_all_the_same() {
        as(() -> {
            fails(5);
            assertThat(breakers.admits(Candidate.only("p", "other", 1_000))).isTrue();
        });
        CurrentTenant.run(platform.another(), () -> assertThat(breakers.admits(MODEL)).isTrue());
    }
}
