package io.openteller.platform.answer.internal;

import io.openteller.platform.answer.internal.extractive.Terms;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RewritingTest {

    private final Rewriting rewriting = new Rewriting(new Terms());

    @Test
    void a_message_that_only_goes_on_keeps_the_subject_of_the_one_before() {
        assertThat(rewriting.of("and for a credit card?", List.of("What is the fee for replacing a debit card?")))
                .contains("fee for replacing", "credit card");
    }

    @Test
    void a_new_kind_of_question_about_the_same_keeps_the_subject_too() {
        assertThat(rewriting.of("and how long does it take?", List.of("How do I replace a debit card?")))
                .startsWith("and how long does it take?")
                .contains("replace a debit card");
    }

    @Test
    void a_question_that_stands_alone_stays_as_it_is() {
        assertThat(rewriting.of("What are the opening hours of the Leeds branch?", List.of("How do I close my account?")))
                .isEqualTo("What are the opening hours of the Leeds branch?");
    }

    @Test
    void nothing_before_means_nothing_to_add() {
        assertThat(rewriting.of("and the other one?", List.of())).isEqualTo("and the other one?");
    }
}
