package io.openteller.platform.answer.internal.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest(name = "{0} | {1} -> {2}")
    @CsvSource(delimiter = '|', value = {
        "rate on a loan of £5,000|Interest on a loan of up to £2,000 is 2% a month.|OTHER",
        "rate on a loan of £1,500|Interest on a loan of up to £2,000 is 2% a month.|NEITHER",
        "20 year fixed mortgage rate|The 15-year fixed rate is 5.62%.|OTHER",
        "5 year bond|Beech Bond; Term: 5 years; Rate: 3.90%|SAME",
        "late fee on a bill of ₹10,000|₹5,001 to ₹25,000; Late fee: ₹750|SAME",
        "late fee on a bill of ₹50,000|₹5,001 to ₹25,000; Late fee: ₹750|NEITHER",
        "how much notice for £900|For more than £500 we need 2 working days of notice.|NEITHER",
        "what does a new card cost|A new card costs £5.|NEITHER",
        "can my 15-year-old have a card|The card is for children aged 11 to 17.|SAME",
        "ten year fixed rate|The five-year fixed rate is 4.64%.|OTHER",
    })
    void a_figure_of_the_question_is_held_against_those_of_a_sentence(String question, String sentence, Figures.Fit fit) {
        assertThat(Figures.in(question).fit(sentence, "")).isEqualTo(fit);
    }
}
