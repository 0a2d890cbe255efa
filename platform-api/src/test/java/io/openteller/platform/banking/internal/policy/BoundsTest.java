package io.openteller.platform.banking.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.operations.OperationSpec.Limit;
import io.openteller.operations.OperationSpec.Limit.Scope;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BoundsTest {

    private static final Bounds OFF = new Bounds(true, false, List.of(), Map.of());
    private static final Bounds ASKED = new Bounds(false, true, List.of(), Map.of());

    /** Each is stricter than the next one, and not the other way round. */
    static Stream<Arguments> stricter() {
        return Stream.of(
                Arguments.of(OFF, Bounds.NONE),
                Arguments.of(ASKED, Bounds.NONE),
                Arguments.of(above(Map.of("INR", 900L)), above(Map.of("INR", 901L))),
                Arguments.of(above(Map.of("INR", 900L, "GBP", 5L)), above(Map.of("INR", 900L))),
                Arguments.of(often(1, 2), often(1, 3)),
                Arguments.of(often(1, 0), Bounds.NONE),
                Arguments.of(much(7, 100), much(7, 101)),
                Arguments.of(both(often(1, 2), much(7, 100)), often(1, 2)));
    }

    @ParameterizedTest
    @MethodSource("stricter")
    void tightening_is_told_from_loosening(Bounds tight, Bounds loose) {
        assertThat(tight.isAsStrictAs(loose)).isTrue();
        assertThat(loose.isAsStrictAs(tight)).isFalse();
        assertThat(tight.isAsStrictAs(tight)).isTrue();
    }

    /** What cannot be compared is no reason to believe that nothing gets looser. */
    @Test
    void a_limit_makes_up_for_none_of_another_kind() {
        assertThat(often(1, 1).isAsStrictAs(often(7, 5))).isFalse();
        assertThat(often(1, 0).isAsStrictAs(much(1, 100))).isFalse();
        assertThat(OFF.isAsStrictAs(ASKED)).isFalse();
        Bounds bank = new Bounds(false, false, List.of(new Limit(Scope.TENANT, 1, 5, Map.of())), Map.of());
        assertThat(often(1, 5).isAsStrictAs(bank)).isFalse();
    }

    private static Bounds above(Map<String, Long> lines) {
        return new Bounds(false, false, List.of(), lines);
    }

    private static Bounds often(int days, int count) {
        return new Bounds(false, false, List.of(new Limit(Scope.CUSTOMER, days, count, Map.of())), Map.of());
    }

    private static Bounds much(int days, long minor) {
        return new Bounds(
                false, false, List.of(new Limit(Scope.CUSTOMER, days, null, Map.of("INR", minor))), Map.of());
    }

    private static Bounds both(Bounds one, Bounds other) {
        return new Bounds(
                false,
                false,
                Stream.concat(one.limits().stream(), other.limits().stream()).toList(),
                Map.of());
    }
}
