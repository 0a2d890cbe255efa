package io.openteller.spi.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.Experimental;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An experiment ends. When this fails, take the annotation off, or the type out. */
class ExperimentalTest {

    private static final Clock DAY = Clock.fixed(Instant.parse("2026-05-10T23:59:59Z"), ZoneOffset.UTC);

    @Test
    void no_experiment_of_the_interface_is_over() {
        assertThat(Experiments.overdue(SpiClasses.all(), Clock.systemUTC())).isEmpty();
    }

    @Test
    void each_experiment_ends_some_day() {
        long marked = SpiClasses.all().stream().filter(one -> one.isAnnotationPresent(Experimental.class)).count();
        Clock someDay = Clock.fixed(Instant.parse("2999-01-01T00:00:00Z"), ZoneOffset.UTC);
        assertThat(Experiments.overdue(SpiClasses.all(), someDay)).hasSizeGreaterThanOrEqualTo((int) marked);
    }

    @Experimental(settles = "2026-05-09")
    interface Yesterday {}

    @Experimental(settles = "2026-05-10")
    interface Today {}

    @Experimental(settles = "2026-05-11")
    interface Tomorrow {}

    @Experimental(settles = "2026-02-30")
    interface NoDay {}

    interface OneMethod {

        @Experimental(settles = "2020-01-01")
        void old();

        void settled();
    }

    private static List<String> overdue(Class<?> one) {
        return Experiments.overdue(List.of(one), DAY);
    }

    @Test
    void a_date_that_has_come_is_found_and_one_that_has_not_is_not() {
        assertThat(overdue(Yesterday.class)).singleElement().asString().endsWith("Yesterday was to be settled by 2026-05-09");
        assertThat(overdue(Today.class)).hasSize(1);
        assertThat(overdue(Tomorrow.class)).isEmpty();
    }

    @Test
    void a_date_that_is_none_and_a_method_are_found_too() {
        assertThat(overdue(NoDay.class)).singleElement().asString().endsWith("has no date: 2026-02-30");
        assertThat(overdue(OneMethod.class)).singleElement().asString().contains("old()");
    }
}
