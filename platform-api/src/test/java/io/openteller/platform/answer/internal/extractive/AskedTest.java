package io.openteller.platform.answer.internal.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "how long does a cheque book take|LENGTH",
        "how long do I have to object|DEADLINE",
        "when do you open|MOMENT",
        "what is the fee for a new card|FEE",
        "charge when I pay in Singapore|FEE",
        "what is the most I can send|LIMIT",
        "what rate does the saver pay|RATE",
        "how many nominees may I have|COUNT",
        "which number do I call|PHONE",
        "नया कार्ड कितने दिन में आएगा|LENGTH",
        "neft se kitni der mein|LENGTH",
        "do I need to tell you that I travel|OTHER",
        "what is the cut-off time for a wire|CLOCK",
        "who do I ring when I lost my job|PHONE",
        "how much notice do you need|LENGTH",
        "what age for the junior account|COUNT",
    })
    void a_question_says_what_kind_of_thing_it_asks_for(String question, Asked kind) {
        assertThat(Asked.in(question)).isEqualTo(kind);
    }

    @Test
    void a_sentence_without_such_a_thing_does_not_answer() {
        assertThat(Asked.FEE.isAnsweredBy("Order a new card in the app.", "Cards")).isZero();
    }

    @Test
    void a_figure_counts_more_where_the_sentence_says_that_it_is_meant_so() {
        double fee = Asked.FEE.isAnsweredBy("A new card costs £6.", "Cards");
        double other = Asked.FEE.isAnsweredBy("You may keep £6 on it.", "Cards");
        assertThat(fee).isGreaterThan(other);
    }

    @Test
    void a_sentence_may_say_that_its_figure_is_of_another_kind() {
        assertThat(Asked.FEE.isAnotherIn("The card takes out up to £60 a day.")).isTrue();
        assertThat(Asked.FEE.isAnotherIn("A new card costs £6.")).isFalse();
        assertThat(Asked.DEADLINE.isAnotherIn("A dispute usually takes 6 weeks.")).isTrue();
    }
}
