package io.openteller.platform.retrieval.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.retrieval.Passage;
import io.openteller.platform.retrieval.Query;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HindiIT {

    private static final String ENGLISH = """
            ---
            title: Lockers
            ---
            # Rent
            A small locker costs £40 a year.
            # When a key is lost
            A lost key costs £90, which pays the locksmith.
            """;

    private static final String HINDI = """
            ---
            title: लॉकर
            language: hi
            ---
            # किराया
            छोटे लॉकर का किराया प्रति वर्ष £40 है।
            # चाबी खो जाने पर
            खोई हुई चाबी का शुल्क £90 है।
            """;

    @TempDir
    private static Path data;

    private final TestLibrary bank = TestLibrary.open(data.resolve("hindi"));

    @ParameterizedTest
    @ValueSource(strings = {"चाबी गुम हो गई तो कितने पैसे लगेंगे?", "chabi kho gayi hai to kitna paisa lagega"})
    void a_hindi_question_finds_the_english_passage_where_there_is_no_hindi_one(String question) {
        bank.adopt("lockers", ENGLISH);
        Passage best = bank.search(Query.now(question)).getFirst();
        assertThat(best.text()).contains("£90");
        assertThat(best.similarity()).isGreaterThan(0.4);
    }

    @Test
    void of_two_that_say_the_same_the_one_in_the_questions_language_comes_first() {
        bank.adopt("lockers", ENGLISH);
        bank.adopt("lockers-hi", HINDI);
        Passage forHindi = bank.search(Query.now("चाबी गुम हो गई तो कितने पैसे लगेंगे?")).getFirst();
        Passage forEnglish =
                bank.search(Query.now("what must I pay for a lost key?")).getFirst();
        assertThat(forHindi.text()).contains("चाबी का शुल्क £90");
        assertThat(forEnglish.text()).contains("lost key costs £90");
    }
}
