package io.openteller.platform.guard.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.guard.Verdict;
import io.openteller.platform.guard.Verdict.Downgrade;
import io.openteller.platform.guard.Verdict.Pass;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceGuardTest {

    private static final String FEES = "The annual fee is ₹1,499. Withdrawals above Rs 1.5 lakh need 2 working days' "
            + "notice. The rate is 8.65% a year. A CHAPS payment costs £25 and closes 17 hours after you ask.";

    private final EvidenceGuard guard = new EvidenceGuard();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "The fee is ₹1,499 a year.",
        "The fee is Rs. 1499 a year.",
        "You pay 1,499 rupees.",
        "Above ₹1,50,000 we need 2 business days.",
        "The rate is 8.65 per cent.",
        "It costs GBP 25.",
        "शुल्क ₹१,४९९ है।",
        "Nothing to state here.",
    })
    void what_the_evidence_says_may_leave_however_it_is_written(String reply) {
        assertThat(inspect(reply)).isInstanceOf(Pass.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "The fee is ₹1,500 a year.",
        "The fee is £1,499 a year.",
        "Above ₹1,50,000 we need 2 days.",
        "Above ₹15,000 we need notice.",
        "The rate is 8.56%.",
        "The rate is ₹8.65.",
        "It takes 25 days.",
        "शुल्क ₹१,५०० है।",
        "Call 1499.",
    })
    void a_figure_or_unit_that_the_evidence_does_not_have_stays_here(String reply) {
        assertThat(inspect(reply)).isInstanceOf(Downgrade.class);
    }

    @Test
    void the_unsupported_figure_is_marked_in_the_reply() {
        String reply = "It costs £25, or £30 at weekends.";
        Downgrade downgrade = (Downgrade) inspect(reply);
        assertThat(downgrade.unsupported()).hasSize(1);
        var claim = downgrade.unsupported().getFirst();
        assertThat(reply.substring(claim.start(), claim.end())).isEqualTo("30");
    }

    @Test
    void without_evidence_no_figure_leaves() {
        assertThat(guard.inspectReply("It is 5 days.", List.of())).isInstanceOf(Downgrade.class);
    }

    private Verdict inspect(String reply) {
        return guard.inspectReply(reply, List.of(FEES));
    }
}
