package io.openteller.procedures.machine.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoosingTest {

    private static final List<List<String>> CARDS = List.of(
            List.of("Visa debit card ending 4821", "4821 वाला वीज़ा डेबिट कार्ड"),
            List.of("RuPay credit card ending 1177", "1177 वाला रुपे क्रेडिट कार्ड"),
            List.of("RuPay debit card ending 9032", "9032 वाला रुपे डेबिट कार्ड"));
    private static final List<List<String>> PAYMENTS = List.of(
            List.of("₹5,000 to Asha Verma on 5 November"),
            List.of("₹500 to Ramesh Kumar on 6 November"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1                        | 0
            2.                       | 1
            option 3                 | 2
            the second one           | 1
            first                    | 0
            last one                 | 2
            number 2 please          | 1
            the visa                 | 0
            my credit card           | 1
            rupay debit              | 2
            4821                     | 0
            the one ending in 1177   | 1
            the card with 032        | 2
            doosra wala              | 1
            pehla                    | 0
            teesri wali              | 2
            visa wala                | 0
            credit card chahiye      | 1
            दूसरा                     | 1
            पहला वाला                 | 0
            २                        | 1
            क्रेडिट कार्ड               | 1
            वीज़ा वाला                 | 0
            आखिरी                     | 2
            """)
    void one_of_the_list_is_chosen(String message, int which) {
        assertThat(Choosing.of(message, CARDS)).hasValue(which);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "0", "rupay", "debit card", "my card", "5555", "hello", "", "कार्ड", "which one is better", "debit or credit"})
    void what_fits_none_or_several_chooses_none(String message) {
        assertThat(Choosing.of(message, CARDS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the 5000 one            | 0
            5,000                   | 0
            the one to Ramesh       | 1
            Asha wala               | 0
            500                     | 1
            """)
    void a_payment_is_chosen_by_its_amount_or_name(String message, int which) {
        assertThat(Choosing.of(message, PAYMENTS)).hasValue(which);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I lost my card yesterday                     | 0
            मेरा कार्ड खो गया                               | 0
            my card was stolen on the train              | 1
            please take care of the card that was eaten  | -1
            I do not want any more letters               | -1
            मैं पासवर्ड भूल गया                             | -1
            I lost it or it was stolen                   | -1
            """)
    void a_message_about_something_else_chooses_only_what_it_says_in_full(String message, int which) {
        List<List<String>> reasons = List.of(
                List.of("I lost it", "खो गया"), List.of("It was stolen", "चोरी हो गया"), List.of("I do not want it any more", "अब नहीं चाहिए"),
                List.of("Yes, it works now", "हाँ, चल गया"));

        assertThat(Choosing.telling(message, reasons).orElse(-1)).isEqualTo(which);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no, the other one", "doosra wala", "नहीं, दूसरा वाला"})
    void the_other_of_two_is_the_other(String message) {
        assertThat(Choosing.other(message, 0, 2)).hasValue(1);
        assertThat(Choosing.other(message, 1, 2)).hasValue(0);
        assertThat(Choosing.other(message, 0, 3)).isEmpty();
    }
}
