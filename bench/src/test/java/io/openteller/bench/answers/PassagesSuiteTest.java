package io.openteller.bench.answers;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.bench.input.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassagesSuiteTest {

    @TempDir
    private Path folder;

    @Test
    void a_question_counts_for_its_language_if_what_was_found_says_the_answer() throws IOException {
        Path documents = file("documents.jsonl", """
                {"id": "roses", "title": "Roses", "text": "Water roses in the morning.\\n\\n# Pruning\\n\\nCut them in March."}
                {"id": "stairs", "title": "Stairs", "text": "They are swept on Fridays."}
                """);
        Path queries = file("queries.jsonl", """
                {"text": "when are roses cut", "language": "en", "answerable": true, "document": "roses", "answerContains": "March"}
                {"text": "when are stairs swept", "language": "en", "answerable": true, "document": "stairs", "answerContains": "Monday"}
                {"text": "सीढ़ियाँ कब", "language": "hi", "answerable": true, "document": "stairs", "answerContains": "Fridays"}
                {"text": "who made the stairs", "language": "en", "answerable": false}
                """);
        Map<String, Object> metrics = new PassagesSuite()
                .run(
                        Options.parse(
                                List.of("--documents", documents.toString(), "--queries", queries.toString()),
                                new PassagesSuite().usage()),
                        message -> {})
                .metrics();
        assertThat(metrics).containsEntry("within6.en", 0.5).containsEntry("within6.hi", 1.0);
    }

    private Path file(String name, String lines) throws IOException {
        return Files.writeString(folder.resolve(name), lines);
    }
}
