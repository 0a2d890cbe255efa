package io.openteller.plugins.sandbox.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.plugins.sandbox.operations.Amortisation.Instalment;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AmortisationTest {

    private static final LocalDate DUE = LocalDate.of(2026, 12, 5);

    @Test
    void the_instalments_pay_back_all_of_it_and_the_last_one_is_what_is_left() {
        List<Instalment> all = Amortisation.of(31_840_000, 915, 1_142_000, DUE, 200);
        assertThat(all.stream().mapToLong(Instalment::principal).sum()).isEqualTo(31_840_000);
        assertThat(all.subList(0, all.size() - 1)).allMatch(one -> one.principal() + one.interest() == 1_142_000);
        assertThat(all.getLast().principal() + all.getLast().interest()).isPositive().isLessThanOrEqualTo(1_142_000);
        assertThat(all).extracting(Instalment::interest).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void interest_is_a_twelfth_of_the_yearly_rate_on_what_is_left() {
        List<Instalment> two = Amortisation.of(1_200_000, 1000, 100_000, DUE, 2);
        assertThat(two).containsExactly(
                new Instalment(DUE, 90_000, 10_000), new Instalment(DUE.plusMonths(1), 90_750, 9_250));
    }

    @Test
    void a_loan_without_interest_is_paid_in_equal_parts() {
        assertThat(Amortisation.of(250, 0, 100, DUE, 10)).extracting(Instalment::principal).containsExactly(100L, 100L, 50L);
    }
}
