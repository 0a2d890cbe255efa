package io.openteller.bench.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.bench.input.BadInput;
import io.openteller.bench.input.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetrievalSuiteTest {

    private static final String DOCUMENTS = """
            {"id": "roses", "title": "Roses", "text": "Water roses in the morning.\\n\\n# Pruning\\n\\nCut them in March."}
            {"id": "garage", "title": "Garage", "content": "The door opens with the blue key."}
            {"id": "stairs", "title": "Stairs", "text": "They are swept on Fridays."}
            """;

    @TempDir
    private Path folder;

    private final RetrievalSuite suite = new RetrievalSuite();

    @ParameterizedTest
    @ValueSource(strings = {"bm25", "vector", "hybrid"})
    void documents_are_ranked_by_their_best_passage(String mode) throws IOException {
        Path documents = file("documents.jsonl", DOCUMENTS);
        Path queries = file("queries.jsonl", """
                {"query": "when are roses cut", "relevant": ["roses"]}
                {"query": "which key opens the garage door", "gold_docs": ["garage", "stairs"]}
                """);
        Map<String, Object> metrics = run(documents, queries, mode);
        assertThat(metrics).containsEntry("recall@1", 0.75).containsEntry("mrr", 1.0);
        assertThat(metrics)
                .containsKeys("recall@5", "recall@10", "recall@20", "ndcg@10", "p50Millis", "p95Millis", "p99Millis");
        assertThat(metrics.get("indexBytes")).isInstanceOfSatisfying(Long.class, bytes -> assertThat(bytes).isPositive());
    }

    @Test
    void what_cannot_be_used_is_said_in_one_line() throws IOException {
        Path documents = file("documents.jsonl", DOCUMENTS);
        Path queries = file("queries.jsonl", "{\"query\": \"roses\", \"relevant\": [\"roses\"]}\n");
        Path noList = file("no-list.jsonl", "{\"query\": \"roses\", \"relevant\": \"roses\"}\n");
        Path noDocument = file("no-document.jsonl", "{\"query\": \"roses\", \"relevant\": []}\n");
        Path twice = file("twice.jsonl", DOCUMENTS + DOCUMENTS);
        refused("no field text or content", queriesAsDocuments(queries), queries, "hybrid");
        refused("relevant is not a list", documents, noList, "hybrid");
        refused("no query names a document", documents, noDocument, "hybrid");
        refused("two documents are called roses", twice, queries, "hybrid");
        refused("--mode is", documents, queries, "magic");
        refused("no readable file", folder.resolve("missing"), queries, "hybrid");
    }

    private Path queriesAsDocuments(Path queries) throws IOException {
        return file("wrong.jsonl", Files.readString(queries).replace("query", "id"));
    }

    private void refused(String why, Path documents, Path queries, String mode) {
        assertThatThrownBy(() -> run(documents, queries, mode))
                .isInstanceOf(BadInput.class)
                .message()
                .contains(why)
                .hasLineCount(1);
    }

    private Map<String, Object> run(Path documents, Path queries, String mode) {
        List<String> words =
                List.of("--documents", documents.toString(), "--queries", queries.toString(), "--mode", mode);
        return suite.run(Options.parse(words, suite.usage()), line -> {}).metrics();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
