package io.openteller.bench.answers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One line for each question, to look at what went wrong. */
final class AnswerRows {

    private static final JsonMapper JSON = new JsonMapper();

    private AnswerRows() {}

    static void write(Path file, List<Answered> all) {
        try {
            Files.write(file, all.stream().map(AnswerRows::line).toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String line(Answered one) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("question", one.asking().text());
        row.put("answerable", one.asking().answerable());
        row.put("kind", one.kind());
        row.put("right", one.right());
        row.put("confidence", one.confidence());
        row.put("expected", one.asking().facts());
        row.put("reply", one.reply());
        Map<String, Double> parts = new LinkedHashMap<>();
        one.parts().forEach(part -> parts.put(part.name(), part.value()));
        row.put("parts", parts);
        try {
            return JSON.writeValueAsString(row);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
