package io.openteller.bench.retrieval;

import io.openteller.bench.input.BadInput;
import io.openteller.bench.input.Row;
import io.openteller.bench.input.Rows;
import io.openteller.platform.knowledge.AppliesTo;
import io.openteller.platform.knowledge.Edition;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.reading.DocumentReader;
import io.openteller.platform.reading.HandedFile;
import io.openteller.platform.reading.ReadDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Documents as the product reads and cuts them: rows of a file, or the files of a folder, named by what comes before the ending. */
final class Corpus {

    private static final Instant ALWAYS = Instant.EPOCH;

    private Corpus() {}

    static List<Edition> of(Path place) {
        List<Edition> editions = Files.isDirectory(place) ? folder(place) : rows(place);
        if (editions.isEmpty()) {
            throw new BadInput(place + ": no documents");
        }
        Set<String> ids = new HashSet<>();
        for (Edition edition : editions) {
            if (!ids.add(edition.slug())) {
                throw new BadInput(place + ": two documents are called " + edition.slug());
            }
        }
        return editions;
    }

    private static List<Edition> rows(Path file) {
        List<Edition> editions = new ArrayList<>();
        for (Row row : Rows.of(file)) {
            String title = row.optionalText("title").orElse("");
            byte[] text = row.text("text", "content").getBytes(StandardCharsets.UTF_8);
            editions.add(read(
                    row.text("id"),
                    new HandedFile(
                            "row.md",
                            text,
                            title.isBlank() ? null : title,
                            null,
                            row.optionalText("language").orElse(null)),
                    row.where()));
        }
        return editions;
    }

    private static List<Edition> folder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Edition> editions = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                HandedFile handed = HandedFile.plain(file.getFileName().toString(), Files.readAllBytes(file));
                editions.add(read(handed.bareName(), handed, file.toString()));
            }
            return editions;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Edition read(String id, HandedFile file, String where) {
        try {
            ReadDocument read = DocumentReader.standard().read(file);
            return new Edition(
                    id,
                    1,
                    read.title(),
                    read.category(),
                    read.language(),
                    AppliesTo.ALL,
                    read.sections(),
                    ALWAYS,
                    null);
        } catch (ProblemException unreadable) {
            throw new BadInput(where + ": " + unreadable.getMessage());
        }
    }
}
