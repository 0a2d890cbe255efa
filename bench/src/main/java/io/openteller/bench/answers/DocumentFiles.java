package io.openteller.bench.answers;

import io.openteller.bench.Progress;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Documents as they would be in force: from a folder of files, or rows of {@code id,title,text}. */
final class DocumentFiles {

    private final DocumentReader reader = DocumentReader.standard();
    private final Progress progress;

    DocumentFiles(Progress progress) {
        this.progress = progress;
    }

    List<Edition> of(Path given) {
        List<Edition> editions = Files.isDirectory(given) ? folder(given) : rows(given);
        if (editions.isEmpty()) {
            throw new BadInput(given + ": no document in it can be read");
        }
        return editions;
    }

    private List<Edition> rows(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadInput("--documents: no folder or file " + file);
        }
        List<Edition> editions = new ArrayList<>();
        for (Row row : Rows.of(file)) {
            String id = row.text("id", "slug", "document", "name");
            String text = row.text("text", "content", "markdown", "body");
            String title = row.optionalText("title", "heading").orElse("");
            if (!text.isBlank()) {
                editions.add(edition(id, title, id.replaceAll("[^A-Za-z0-9_-]", "-") + ".md", text.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return editions;
    }

    private List<Edition> folder(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Edition> editions = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.getFileName().toString();
                try {
                    editions.add(edition(name.replaceFirst("\\.[^.]*$", ""), "", name, Files.readAllBytes(file)));
                } catch (ProblemException unreadable) {
                    progress.say(name + " is left out: " + unreadable.getMessage());
                }
            }
            return editions;
        } catch (IOException failure) {
            throw new BadInput("--documents: " + folder + " cannot be read");
        }
    }

    private Edition edition(String slug, String title, String name, byte[] content) {
        ReadDocument read =
                reader.read(new HandedFile(name, content, title.isBlank() ? null : title, null, null));
        return new Edition(
                slug,
                1,
                read.title(),
                read.category(),
                read.language(),
                AppliesTo.ALL,
                read.sections(),
                Instant.EPOCH,
                null);
    }
}
