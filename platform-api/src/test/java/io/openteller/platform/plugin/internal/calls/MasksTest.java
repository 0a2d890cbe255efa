package io.openteller.platform.plugin.internal.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasksTest {

    private static final Masks MASKS = new Masks(List.of("a key *~/+ \"quoted\"", "hush-hush", "hush", "x"));

    @ParameterizedTest
    @ValueSource(strings = {
        "a key *~/+ \"quoted\"",
        "a+key+*%7E%2F%2B+%22quoted%22",
        "a%20key%20%2A~%2F%2B%20%22quoted%22",
        "a key *~/+ \\\"quoted\\\""
    })
    void a_secret_is_masked_in_each_way_in_which_it_is_written(String written) {
        assertThat(MASKS.text("https://api.bank.example/x?key=" + written + "&more=1"))
                .isEqualTo("https://api.bank.example/x?key=•••&more=1");
    }

    @Test
    void one_secret_within_another_leaves_nothing_of_either() {
        assertThat(MASKS.text("hush-hush and hush")).isEqualTo("••• and •••");
    }

    @Test
    void what_a_bank_gives_to_sign_in_with_is_masked_by_its_name() {
        assertThat(MASKS.text("{\"access_token\": \"t-1\\\"2\", \"expires_in\": 600, \"client_secret\":\"s\"}"))
                .isEqualTo("{\"access_token\": \"•••\", \"expires_in\": 600, \"client_secret\":\"•••\"}");
    }

    @Test
    void headers_that_sign_in_are_masked_whole_and_others_as_text() {
        assertThat(MASKS.header("Authorization", "Bearer t-1")).isEqualTo("•••");
        assertThat(MASKS.header("X-Fern-Key", "Key hush-hush")).isEqualTo("Key •••");
        assertThat(MASKS.header("Accept", "application/x")).isEqualTo("application/x");
    }
}
