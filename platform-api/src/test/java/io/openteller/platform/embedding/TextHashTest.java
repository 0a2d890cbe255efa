package io.openteller.platform.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextHashTest {

    @Test
    void where_one_text_ends_and_the_next_begins_counts() {
        assertThat(List.of(
                        TextHash.of("ab", List.of("c")),
                        TextHash.of("a", List.of("bc")),
                        TextHash.of("a", List.of("b", "c")),
                        TextHash.of("c", List.of("a", "b")),
                        TextHash.of("abc", List.of()),
                        // A text that is written as if it were several.
                        TextHash.of("\0\0\0\u0001a\u0001bc", List.of()),
                        TextHash.of("bc", List.of("a"))))
                .doesNotHaveDuplicates();
        assertThat(TextHash.of("ab", List.of("c"))).isEqualTo(TextHash.of("ab", List.of("c")));
    }
}
