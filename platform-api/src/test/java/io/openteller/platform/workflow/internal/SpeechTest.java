package io.openteller.platform.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeechTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "87875791|INR|₹8,78,757.91",
        "500000|INR|₹5,000.00",
        "5|INR|₹0.05",
        "-12345678900|INR|-₹12,34,56,789.00",
        "4999|GBP|£49.99",
        "-123456|GBP|-£1,234.56",
    })
    void amounts_are_written_as_the_banks_customers_write_them(long minor, String currency, String written) {
        assertThat(Speech.money(new Money(minor, currency))).isEqualTo(written);
    }
}
