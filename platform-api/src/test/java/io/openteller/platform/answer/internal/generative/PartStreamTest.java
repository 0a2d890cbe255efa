package io.openteller.platform.answer.internal.generative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartStreamTest {

    private static final String FIRST = "{\"text\": \"A \\\"new\\\" card {costs} £6 \\\\\", \"sources\": [1, 2]}";
    private static final String SECOND = "{\"text\": \"It comes in 5 days.\", \"sources\": [1]}";
    private static final String WHOLE = "{\"answered\": true, \"sentences\": [" + FIRST + ", " + SECOND + "]}";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1_000})
    void sentences_are_found_wherever_the_pieces_are_cut(int size) {
        PartStream stream = new PartStream();
        List<String> found = new ArrayList<>();
        for (int from = 0; from < WHOLE.length(); from += size) {
            found.addAll(stream.take(WHOLE.substring(from, Math.min(WHOLE.length(), from + size))));
        }
        assertThat(found).containsExactly(FIRST, SECOND);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
                    {"answered": true, "sentences": [{"text": "A"}               | true
                    {"answered":true,"sentences":[                              | true
                    {"answered": false, "sentences": [{"text": "A"}              | false
                    {"sentences": [{"text": "A", "answered": true}               | false
                    {"answered": tr                                              | false
                    """)
    void it_is_known_whether_the_model_has_said_that_it_has_an_answer(String written, boolean yes) {
        PartStream stream = new PartStream();
        stream.take(written);
        assertThat(stream.saysYes()).isEqualTo(yes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Certainly!", "{\"answered\": true, \"sentences\": [{\"text\": \"A card"})
    void what_is_not_complete_is_no_sentence(String text) {
        assertThat(new PartStream().take(text)).isEmpty();
    }
}
