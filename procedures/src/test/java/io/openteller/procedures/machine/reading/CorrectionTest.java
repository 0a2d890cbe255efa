package io.openteller.procedures.machine.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no wait, it was 5,000 not 500          | 5,000       | 500
            not 500 but 5000                       | 5000        | 500
            I meant 5000 instead of 500            | 5000        | 500
            sorry, it's not the debit card, it's the credit one | credit | debit card
            nahi ruko, 5000 tha 500 nahi           | 5000        | 500
            500 nahi 5000                          | 5000        | 500
            500 की जगह 5000                        | 5000        | 500
            500 नहीं, 5000 था                       | 5000        | 500
            नहीं रुको, 500 नहीं 5000                 | 5000        | 500
            """)
    void what_is_taken_back_is_told_from_what_is_wanted(String message, String wanted, String rejected) {
        assertThat(Correction.of(message)).get().satisfies(correction -> {
            assertThat(correction.wanted()).contains(wanted).doesNotContain(rejected + " ");
            assertThat(correction.rejected()).isEqualTo(rejected);
            assertThat(correction.strong()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no wait, 5000                  | 5000
            I meant the credit card        | the credit card
            change the amount to 5000      | 5000
            sorry I made a mistake, 5000   | 5000
            that was wrong, it is 5000     | 5000
            mera matlab 5000 tha           | 5000
            galti ho gayi, 5000 hai        | 5000
            मेरा मतलब 5000 था               | 5000
            गलती हो गई, 5000                | 5000
            """)
    void a_value_may_be_taken_back_without_naming_the_old_one(String message, String wanted) {
        assertThat(Correction.of(message)).get().satisfies(correction -> {
            assertThat(correction.wanted()).contains(wanted);
            assertThat(correction.rejected()).isEmpty();
            assertThat(correction.strong()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "5000", "yes", "no", "nahi", "नहीं", "not sure", "I am not able to log in", "it was not me", "mujhe nahi pata", "मुझे नहीं पता", "the debit card",
        "yesterday", "ye maine nahi kiya", "नहीं चाहिए"
    })
    void most_messages_take_nothing_back(String message) {
        assertThat(Correction.of(message).filter(Correction::strong)).isEmpty();
    }
}
