package io.openteller.bench.answers;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.knowledge.Edition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The questions that come with the demo banks are what they say they are. */
class DemoQuestionsTest {

    private static final Path BANKS = Path.of("..", "demo", "banks");

    @ParameterizedTest
    @ValueSource(strings = {"harbour", "meridian"})
    void every_expected_fact_stands_in_the_document_that_is_named(String bank) {
        Map<String, Edition> documents = new DocumentFiles(line -> {})
                .of(BANKS.resolve(bank).resolve("documents")).stream()
                        .collect(Collectors.toMap(Edition::slug, Function.identity()));
        questions(bank).filter(Asking::answerable).forEach(asking -> assertThat(asking.documents())
                .as(asking.text())
                .isNotEmpty()
                .allSatisfy(slug -> assertThat(Objects.requireNonNull(documents.get(slug), slug).sections())
                        .as("%s in %s", asking.facts(), slug)
                        .anyMatch(section -> asking.isFact(section.heading() + " " + section.text()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"harbour", "meridian"})
    void there_are_150_different_questions_and_50_of_them_have_no_answer(String bank) {
        List<Asking> all = questions(bank).toList();
        assertThat(all).extracting(Asking::text).hasSize(150).doesNotHaveDuplicates();
        assertThat(all).filteredOn(asking -> !asking.answerable()).hasSize(50);
    }

    private static Stream<Asking> questions(String bank) {
        return Stream.of("dev", "test")
                .flatMap(part ->
                        Asking.of(BANKS.resolve(bank).resolve("questions." + part + ".jsonl"), true).stream());
    }
}
