package io.openteller.bench.grounding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.bench.Report;
import io.openteller.bench.input.BadInput;
import io.openteller.bench.input.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroundingSuiteTest {

    private final GroundingSuite suite = new GroundingSuite();

    @TempDir
    private Path folder;

    @Test
    void what_is_held_back_is_counted_by_whether_it_should_be() throws IOException {
        Map<String, Object> metrics = run("""
                {"answer": "The fee is £5.", "sources": ["The fee is £5."], "supported": true, "kind": "verbatim"}
                {"answer": "The fee is £6.", "sources": [{"title": "Fees", "text": "The fee is £5."}], "supported": false, "kind": "number"}
                {"answer": "The fee is £5.", "sources": ["The fee is £5."], "supported": false, "extra": 1}
                """);
        assertThat(metrics).containsEntry("catchRate", 0.5).containsEntry("falseBlockRate", 0.0);
        assertThat(metrics.get("byKind")).isEqualTo(Map.of("catch number", 1.0, "falseBlock verbatim", 0.0));
    }

    @Test
    void a_row_without_sources_or_verdict_is_named() {
        assertThatThrownBy(() -> run("{\"answer\": \"Yes.\", \"supported\": true}\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("line 1: no field sources");
        assertThatThrownBy(() -> run("{\"answer\": \"Yes.\", \"sources\": [], \"supported\": \"perhaps\"}\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("neither true nor false");
    }

    @Test
    void made_rows_are_the_same_for_the_same_seed_and_differ_from_their_source_where_they_should() throws IOException {
        Path documents = Files.createDirectory(folder.resolve("documents"));
        Files.writeString(documents.resolve("fees.md"), """
                # Fees

                The yearly fee of the card is £25 for each holder. You can cancel it within 14 days of the first use.
                """);
        List<String> rows = made(documents, "a.jsonl");
        assertThat(rows).isNotEmpty().isEqualTo(made(documents, "b.jsonl"));
        assertThat(rows).anyMatch(row -> row.contains("\"supported\":false"));
        assertThat(rows).anyMatch(row -> row.contains("\"supported\":true"));
    }

    private List<String> made(Path documents, String name) throws IOException {
        Path out = folder.resolve(name);
        GroundingSetSuite maker = new GroundingSetSuite();
        maker.run(Options.parse(List.of("--documents", documents.toString(), "--out", out.toString()), maker.usage()), line -> {});
        return Files.readAllLines(out);
    }

    private Map<String, Object> run(String rows) throws IOException {
        Path test = Files.writeString(folder.resolve("test.jsonl"), rows);
        Report report = suite.run(Options.parse(List.of("--test", test.toString()), suite.usage()), line -> {});
        return report.metrics();
    }
}
