package io.openteller.platform.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.knowledge.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IntervalsTest {

    private final Map<Integer, Effect> effects = new HashMap<>();

    @Test
    void a_version_is_in_force_from_its_approval_with_open_end() {
        approved(1, day(3), null, null);
        assertThat(of(1)).isEqualTo(new Interval(day(3), null, Standing.SUPERSEDED));
        assertThat(of(1).at(day(2))).isEqualTo(Standing.SCHEDULED);
        assertThat(of(1).at(day(3))).isEqualTo(Standing.EFFECTIVE);
    }

    @Test
    void a_date_before_the_approval_makes_nothing_true_in_hindsight() {
        approved(1, day(3), day(1), null);
        assertThat(of(1).from()).isEqualTo(day(3));
    }

    @Test
    void the_next_version_ends_the_one_before_it() {
        approved(1, day(1), null, null);
        approved(2, day(5), null, null);
        assertThat(of(1)).isEqualTo(new Interval(day(1), day(5), Standing.SUPERSEDED));
        assertThat(of(1).at(day(5))).isEqualTo(Standing.SUPERSEDED);
        assertThat(of(2).at(day(5))).isEqualTo(Standing.EFFECTIVE);
    }

    @Test
    void a_version_for_later_leaves_the_present_one_until_then() {
        approved(1, day(1), null, null);
        approved(2, day(2), day(10), null);
        assertThat(of(1).until()).isEqualTo(day(10));
        assertThat(of(1).at(day(9))).isEqualTo(Standing.EFFECTIVE);
        assertThat(of(2).at(day(9))).isEqualTo(Standing.SCHEDULED);
    }

    @Test
    void what_takes_effect_last_counts_whatever_its_number() {
        approved(1, day(1), null, null);
        approved(2, day(2), day(10), null);
        approved(3, day(4), null, null);
        assertThat(of(1).until()).isEqualTo(day(4));
        assertThat(of(3)).isEqualTo(new Interval(day(4), day(10), Standing.SUPERSEDED));
        assertThat(of(2).from()).isEqualTo(day(10));
    }

    @Test
    void what_ends_leaves_nothing_behind_it_in_force() {
        approved(1, day(1), null, null);
        approved(2, day(3), null, day(6));
        assertThat(of(2)).isEqualTo(new Interval(day(3), day(6), Standing.EXPIRED));
        assertThat(Intervals.of(effects).inForceAt(day(6))).isEmpty();
        assertThat(of(1).until()).isEqualTo(day(3));
    }

    @Test
    void a_revocation_ends_it_before_its_date() {
        approved(1, day(1), null, day(9));
        revoked(1, day(4));
        assertThat(of(1)).isEqualTo(new Interval(day(1), day(4), Standing.REVOKED));
    }

    @Test
    void what_is_called_off_before_its_time_superseded_nothing() {
        approved(1, day(1), null, null);
        approved(2, day(2), day(10), null);
        revoked(2, day(5));
        assertThat(Intervals.of(effects).of(2)).isEmpty();
        assertThat(of(1).until()).isNull();
    }

    @Test
    void a_revocation_after_it_took_effect_does_not_bring_the_old_one_back() {
        approved(1, day(1), null, null);
        approved(2, day(3), null, null);
        revoked(2, day(5));
        assertThat(of(1).until()).isEqualTo(day(3));
        assertThat(Intervals.of(effects).inForceAt(day(6))).isEmpty();
    }

    @Test
    void of_two_for_the_same_moment_the_later_decision_counts() {
        approved(2, day(1), day(10), null);
        approved(1, day(2), day(10), null);
        assertThat(Intervals.of(effects).of(2)).isEmpty();
        assertThat(of(1).from()).isEqualTo(day(10));
    }

    @Test
    void at_no_moment_are_two_in_force_and_no_interval_is_empty() {
        Random random = new Random(4);
        for (int round = 0; round < 500; round++) {
            effects.clear();
            for (int version = 1; version <= 5; version++) {
                int approved = random.nextInt(10);
                Instant from = random.nextBoolean() ? day(random.nextInt(20)) : null;
                approved(version, day(approved), from, random.nextInt(3) == 0 ? day(20 + random.nextInt(5)) : null);
                if (random.nextInt(3) == 0) {
                    revoked(version, day(approved + random.nextInt(15)));
                }
            }
            Intervals intervals = Intervals.of(effects);
            for (int day = 0; day < 30; day++) {
                Instant moment = day(day);
                assertThat(inForce(intervals, moment)).hasSizeLessThanOrEqualTo(1);
            }
            effects.keySet().forEach(version -> intervals.of(version)
                    .ifPresent(one -> assertThat(one.until() == null || one.from().isBefore(one.until()))
                            .isTrue()));
        }
    }

    private List<Integer> inForce(Intervals intervals, Instant moment) {
        return IntStream.rangeClosed(1, 5)
                .filter(version -> intervals
                        .of(version)
                        .filter(one -> one.at(moment) == Standing.EFFECTIVE)
                        .isPresent())
                .boxed()
                .toList();
    }

    private Interval of(int version) {
        return Intervals.of(effects).of(version).orElseThrow();
    }

    private void approved(int version, Instant at, @Nullable Instant from, @Nullable Instant until) {
        effects.put(version, new Effect(at, from, until, null, null, null));
    }

    private void revoked(int version, Instant at) {
        Effect effect = Objects.requireNonNull(effects.get(version));
        effects.put(
                version,
                new Effect(effect.approvedAt(), effect.effectiveFrom(), effect.effectiveUntil(), at, "Rita", "wrong"));
    }

    private static Instant day(int number) {
        return LocalDate.of(2026, 3, 1).plusDays(number).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
