package io.openteller.platform.answer.internal.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContrastsTest {

    @Test
    void a_sentence_about_the_other_of_two_things_is_against_the_question() {
        Contrasts abroad = Contrasts.in("what do you take for cash from a machine abroad");
        assertThat(abroad.of("Cash from a machine in the UK costs 80p.", "Costs").against()).isPositive();
        assertThat(abroad.of("Cash from a machine overseas costs £2.", "Costs").against()).isZero();
    }

    @Test
    void a_heading_speaks_for_a_sentence_that_does_not_say() {
        Contrasts debit = Contrasts.in("fee for a new debit card");
        assertThat(debit.of("A new card costs £5.", "Credit cards").againstAbove()).isPositive();
        assertThat(debit.of("A new card costs £5.", "Debit cards").same()).isPositive();
    }

    @Test
    void what_the_question_leaves_open_is_counted() {
        Contrasts any = Contrasts.in("what does a new card cost");
        assertThat(any.of("A new business card costs £9.", "Cards").beyond())
                .isGreaterThan(any.of("A new card costs £5.", "Cards").beyond());
        assertThat(Contrasts.in("fee for students").of("The fee is £5.", "Fees").lacking()).isPositive();
    }

    @Test
    void part_of_a_word_names_nothing() {
        assertThat(Contrasts.in("is my appointment today").of("Our app is free.", "The app").same()).isZero();
    }
}
