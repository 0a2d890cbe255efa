package io.openteller.procedures.machine.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YesNoTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "yes", "Yes please", "YES!", "ok go ahead", "yep do it", "confirm", "correct", "that's correct", "sure, thanks", "yes, that is right",
        "haan", "haan ji", "ji haan kar do", "theek hai", "bilkul", "kar do", "हाँ", "हां जी", "जी हाँ, कर दो", "ठीक है", "बिल्कुल", "सही है", "कर दीजिए"
    })
    void a_yes_is_a_yes(String message) {
        assertThat(YesNo.strictly(message)).contains(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "no", "No thanks", "nope", "don't", "do not do it", "never", "nahi", "ji nahi", "mat karo", "nahi please", "नहीं", "जी नहीं", "मत करो", "ना"
    })
    void a_no_is_a_no(String message) {
        assertThat(YesNo.strictly(message)).contains(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "yes but make it 6000", "yes if it is free", "maybe", "do", "it", "go", "what", "yes no", "I think so", "yes to the other card", "haan par kal",
        "हाँ लेकिन कल", "5000", "", "please", "yeah right, as if", "कर", "है"
    })
    void anything_more_is_neither_where_it_must_not_be_misread(String message) {
        assertThat(YesNo.strictly(message)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes I made it", "yeah it was me", "haan maine hi kiya tha", "हाँ मैंने ही किया था"})
    void a_yes_with_a_reason_answers_a_question(String message) {
        assertThat(YesNo.of(message)).contains(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no I did not make it", "no, never seen it", "nahi maine nahi kiya", "नहीं, मैंने नहीं किया", "maine nahi"})
    void a_no_with_a_reason_answers_a_question(String message) {
        assertThat(YesNo.of(message)).contains(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"it depends", "yes and no", "I bought it but not there", "पता", "5000 rupees"})
    void what_is_neither_is_not_read(String message) {
        assertThat(YesNo.of(message)).isEmpty();
    }
}
