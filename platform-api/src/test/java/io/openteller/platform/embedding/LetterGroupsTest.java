package io.openteller.platform.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LetterGroupsTest {

    @Test
    void the_same_message_in_other_spelling_shares_all_letters() {
        assertThat(shared("Where is my card?", "where is MY card")).isEqualTo(1);
    }

    @Test
    void messages_in_one_script_do_not_share_letters_for_that() {
        assertThat(shared("अच्छी फिल्म बताओ", "मुझे कॉल करवाइए")).isLessThan(0.2);
        assertThat(LetterGroups.of("मुझे कॉल करवाइए").latin()).isFalse();
        assertThat(LetterGroups.of("mujhe call karo").latin()).isTrue();
    }

    private static double shared(String one, String other) {
        return LetterGroups.of(one).shared(LetterGroups.of(other));
    }
}
