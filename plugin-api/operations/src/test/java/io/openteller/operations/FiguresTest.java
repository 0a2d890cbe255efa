package io.openteller.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            500000            | INR | ₹5,000
            12345678901       | INR | ₹12,34,56,789.01
            10000000          | INR | ₹1,00,000
            -5050             | INR | -₹50.50
            7                 | INR | ₹0.07
            123456700         | GBP | £1,234,567
            123450            | GBP | £1,234.50
            99                | EUR | €0.99
            5000              | JPY | JPY 5,000
            87875791          | INR | ₹8,78,757.91
            -12345678900      | INR | -₹12,34,56,789
            -123456           | GBP | -£1,234.56
            250               | XLT | XLT 2.50
            """)
    void money_is_grouped_as_its_country_does(long minor, String currency, String written) {
        assertThat(Figures.money(minor, currency)).isEqualTo(written);
    }

    @Test
    void a_time_says_whose_it_is() {
        Instant at = Instant.parse("2026-11-21T08:35:00Z");

        assertThat(Figures.time(at, ZoneId.of("Asia/Kolkata"))).isEqualTo("21 Nov 2026, 14:05 IST");
        assertThat(Figures.time(at, ZoneId.of("Europe/London"))).isEqualTo("21 Nov 2026, 08:35 GMT");
    }
}
