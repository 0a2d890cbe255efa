package io.openteller.platform.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final List<String> worked = new ArrayList<>();

    @Test
    void of_several_only_what_is_not_known_is_worked_out_and_once() {
        Remembered<String> known = new Remembered<>(100);
        known.of("fee", this::loud);
        worked.clear();

        assertThat(known.of(List.of("card", "fee", "card", "limit"), this::loud)).containsExactly("CARD", "FEE", "CARD", "LIMIT");
        assertThat(worked).containsExactly("card", "limit");
        assertThat(known.of(List.of("limit", "card"), this::loud)).containsExactly("LIMIT", "CARD");
        assertThat(known.of("limit", this::loud)).isEqualTo("LIMIT");
        assertThat(worked).hasSize(2);
    }

    @Test
    void of_several_what_may_not_be_kept_is_worked_out_again() {
        Remembered<String> known = new Remembered<>(100, text -> !text.startsWith("S"));
        known.of(List.of("secret", "fee"), this::loud);
        known.of(List.of("secret", "fee"), this::loud);

        assertThat(worked).containsExactly("secret", "fee", "secret");
    }

    private String loud(String text) {
        worked.add(text);
        return text.toUpperCase(Locale.ROOT);
    }

    private List<String> loud(List<String> texts) {
        return texts.stream().map(this::loud).toList();
    }
}
