package io.openteller.procedures.machine.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5,000                                   | 5000 INR
            it was 5000                             | 5000 INR
            ₹5,000.50                               | 5000.5 INR
            Rs. 1,25,000 please                     | 125000 INR
            rs 500/-                                | 500 INR
            £12.40                                  | 12.4 GBP
            forty pounds                            | 40 GBP
            5k                                      | 5000 INR
            2.5 lakh                                | 250000 INR
            two lakh fifty thousand                 | 250000 INR
            five hundred and fifty rupees           | 550 INR
            twenty five hundred                     | 2500 INR
            1 crore                                 | 10000000 INR
            about five thousand on 12 November      | 5000 INR
            my card 4821 was charged 5000           | 5000 INR
            5000 for 3 months                       | 5000 INR
            five                                    | 5 INR
            paanch hazaar rupaye                    | 5000 INR
            saadhe paanch hazaar                    | 5500 INR
            dedh lakh                               | 150000 INR
            dhai hazaar                             | 2500 INR
            teen sau pachas rupaye kate             | 350 INR
            5 hazaar 2 sau                          | 5200 INR
            sirf do sau                             | 200 INR
            कल 5000 रुपये कटे                       | 5000 INR
            पाँच हज़ार रुपए                          | 5000 INR
            साढ़े पांच हजार                           | 5500 INR
            डेढ़ लाख                                 | 150000 INR
            ५,००० रुपये                              | 5000 INR
            लगभग दो सौ                              | 200 INR
            ₹ 5000, card ending 4821                | 5000 INR
            """)
    void an_amount_is_read(String message, String amount) {
        String[] parts = amount.split(" ");
        assertThat(Found.only(Amounts.in(message, "INR")))
                .get()
                .satisfies(found -> {
                    assertThat(found.value().value()).isEqualByComparingTo(parts[0]);
                    assertThat(found.value().currency()).isEqualTo(parts[1]);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "5,000.555", "1,2", "hello", "do it", "ek minute", "that one", "on 12 November", "12/11/2026", "3 days ago", "9876543210", "5000 or 6000",
        "card ending 4821", "at 5 pm", "10%", "0", "कार्ड 4821", "तीन दिन पहले", "12 तारीख को", "", "do you know", "char log"
    })
    void what_is_no_single_amount_is_not_read(String message) {
        assertThat(Found.only(Amounts.in(message, "INR"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3            | 3
            three        | 3
            teen         | 3
            तीन          | 3
            १२           | 12
            12 months    | 12
            last 20      | 20
            twenty five  | 25
            """)
    void a_count_is_read(String message, long count) {
        assertThat(Found.only(Amounts.counts(message))).get().extracting(Found::value).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.5", "none", "3 or 4", "on 5 May", "kuch nahi"})
    void what_is_no_count_is_not_read(String message) {
        assertThat(Found.only(Amounts.counts(message))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5000, yesterday", "kal 5000 rupaye", "कल ५००० रुपये कटे"})
    void what_is_found_is_found_in_its_place(String message) {
        List<Found<Amounts.Amount>> found = Amounts.in(message, "INR");

        assertThat(found).hasSize(1);
        assertThat(Words.plain(message).substring(found.getFirst().start(), found.getFirst().end()))
                .isEqualTo("5000");
    }
}
