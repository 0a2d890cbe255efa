package io.openteller.plugins.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The data sets that come with the plugin. */
class DatasetsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @ValueSource(strings = {"meridian", "harbour"})
    void a_bank_has_a_dozen_customers_or_more_and_no_reference_twice(String bank) {
        List<Dataset.Customer> customers = Dataset.named(bank).customers();
        assertThat(customers).hasSizeGreaterThanOrEqualTo(12).extracting(Dataset.Customer::ref).doesNotHaveDuplicates();
        assertThat(customers).flatExtracting(Dataset.Customer::accounts).extracting("ref").doesNotHaveDuplicates();
        assertThat(customers).flatExtracting(Dataset.Customer::cards).extracting("ref").doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"meridian", "harbour"})
    void every_card_belongs_to_an_account_of_its_holder(String bank) {
        for (Dataset.Customer customer : Dataset.named(bank).customers()) {
            Set<String> accounts =
                    customer.accounts().stream().map(Dataset.Account::ref).collect(Collectors.toSet());
            assertThat(customer.cards()).allMatch(card -> accounts.contains(card.accountRef()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"meridian", "harbour"})
    void two_years_of_entries_never_overdraw_an_account(String bank) {
        for (Dataset.Customer customer : Dataset.named(bank).customers()) {
            for (Dataset.Account account : customer.accounts()) {
                long balance = account.openingBalanceMinor();
                for (Expansion.Entry entry : Expansion.of(account, TODAY)) {
                    balance += entry.amountMinor();
                    assertThat(entry.at()).isBefore(TODAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
                }
                assertThat(balance).as(account.ref()).isPositive();
            }
            assertThat(customer.accounts().stream()
                            .flatMap(account -> Expansion.of(account, TODAY).stream())
                            .map(Expansion.Entry::at)
                            .min(Comparator.naturalOrder())
                            .orElseThrow())
                    .as(customer.ref())
                    .isBefore(TODAY.atStartOfDay(ZoneOffset.UTC).toInstant().minus(Duration.ofDays(365)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"meridian", "harbour"})
    void nobody_real_can_be_called_or_written_to(String bank) {
        assertThat(Dataset.named(bank).customers()).allSatisfy(customer -> {
            assertThat(customer.email()).endsWith("@example.com");
            assertThat(customer.mobile().replace(" ", "")).matches("\\+44(7700900|1632960)\\d{3}|\\+91\\d{10}");
        });
    }
}
