package io.openteller.platform.training.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CsvExamplesTest {

    @Test
    void quotes_marks_and_other_names_of_columns_are_understood() {
        CsvExamples read = read("\uFEFFText,Category,lang\n\"Hello, \"\"you\"\"\",Greeting?,en\nनमस्ते,greeting,hi\n");
        assertThat(read.faults()).isEmpty();
        assertThat(read.rows()).extracting(CsvExamples.Row::text).containsExactly("Hello, \"you\"", "नमस्ते");
        assertThat(read.rows()).extracting(CsvExamples.Row::intent).containsOnly("greeting");
        assertThat(read.rows()).extracting(CsvExamples.Row::language).containsExactly("en", "hi");
    }

    @Test
    void what_is_not_utf_8_is_refused_as_a_whole() {
        CsvExamples read = CsvExamples.read("text,label\ncafé,place\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read.rows()).isEmpty();
        assertThat(read.faults()).containsEntry(0L, "The file is not written in UTF-8");
    }

    @Test
    void a_label_becomes_a_name_that_fits_an_address() {
        assertThat(ExampleText.name("Reverted card payment?")).isEqualTo("reverted_card_payment");
        assertThat(ExampleText.name("खाता शेष")).isEqualTo("खाता_शेष");
        assertThat(ExampleText.name("Training")).isEqualTo("training_intent");
        assertThat(ExampleText.name("?!")).isEmpty();
        assertThat(ExampleText.isName(ExampleText.name("x".repeat(200)))).isTrue();
    }

    @Test
    void what_outlives_a_conversation_has_no_numbers_of_the_customer() {
        assertThat(ExampleText.withoutNumbers("card 4111 1111 1111 1111 of a.rao@mail.example, 50 pounds"))
                .isEqualTo("card … of … 50 pounds");
    }

    private static CsvExamples read(String text) {
        return CsvExamples.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
