package io.openteller.platform.guard.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private final Secrets secrets = new Secrets();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "my otp is 482913|my otp is ••••••",
                "482 913|••••••",
                "482913 is my otp|•••••• is my otp",
                "ओटीपी 482913 है|ओटीपी •••••• है",
                "otp is four eight two nine one three|otp is ••••••",
                "mera password Rahul@123 hai|mera password •••••• hai",
                "My password: Sunshine|My password: ••••••",
                "upi pin 4471|upi pin ••••••",
                "cvv 123 expiry 12/28|cvv •••••• expiry 12/28",
                "card 4539-1488-0343-6467 stolen|card •••• 6467 stolen",
                "my card 4539 1488 0343 6468, one digit may be wrong|my card •••• 6468, one digit may be wrong",
            })
    void nothing_is_left_of_a_secret_but_the_end_of_a_card_number(String typed, String kept) {
        assertThat(secrets.hidden(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my password is not working",
                "password is wrong",
                "I forgot my password yesterday",
                "my pin code is 560001",
                "sort code 20-45-77, account 73920184",
                "please pay 150000 to Ravi",
                "error code 404123",
                "the card ending 6467",
                "otp nahi aaya",
            })
    void what_is_no_secret_stays_as_it_was_typed(String typed) {
        assertThat(secrets.hidden(typed)).isEqualTo(typed);
    }
}
