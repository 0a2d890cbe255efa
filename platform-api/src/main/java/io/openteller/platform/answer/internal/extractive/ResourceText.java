package io.openteller.platform.answer.internal.extractive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads what ships beside the code. Lines that begin with # are for people. */
final class ResourceText {

    private ResourceText() {}

    static List<String> lines(String path) {
        InputStream stream = Objects.requireNonNull(ResourceText.class.getResourceAsStream(path), path);
        try (BufferedReader file = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return file.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String[] words(String path) {
        return lines(path).stream()
                .flatMap(line -> List.of(line.split("\\s+")).stream())
                .distinct()
                .toArray(String[]::new);
    }
}
