package io.openteller.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.Outcome;
import io.openteller.spi.banking.CustomerDirectory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

public abstract class CustomerDirectoryContract extends BankUnderTest {

    protected abstract CustomerDirectory customers();

    @Test
    void a_profile_is_of_the_customer_who_was_asked_for_and_can_be_reached() {
        CustomerDirectory.Profile profile = done(customers().profile(call(), customer()));
        assertThat(profile.ref()).isEqualTo(customer());
        assertThat(profile.name()).isNotBlank();
        assertThat(profile.mobile()).matches("\\+[0-9 ]{8,20}");
    }

    @Test
    void instalments_are_due_today_or_later() {
        assertThat(done(customers().holdings(call(), customer())).loans())
                .allMatch(loan -> !loan.nextDue().isBefore(LocalDate.now(ZoneOffset.UTC).minusDays(1)));
    }

    @Test
    void nobody_is_not_found() {
        assertThat(customers().profile(call(), nobody())).isInstanceOf(Outcome.NotFound.class);
        assertThat(customers().holdings(call(), nobody())).isInstanceOf(Outcome.NotFound.class);
    }
}
