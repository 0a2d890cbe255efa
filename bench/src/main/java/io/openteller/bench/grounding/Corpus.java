package io.openteller.bench.grounding;

import io.openteller.bench.input.BadInput;
import io.openteller.bench.input.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Documents to make answers from: a folder of Markdown, text and HTML files, or JSON Lines with {@code text} or {@code content}. */
final class Corpus {

    /** A part of a document under one heading, with its sentences. */
    record Section(String document, String heading, String text, List<String> sentences) {}

    private Corpus() {}

    static List<Section> of(Path path) {
        List<Section> sections = new ArrayList<>();
        if (Files.isDirectory(path)) {
            folder(path).forEach(file -> sections.addAll(sections(file.getFileName().toString(), text(file))));
        } else if (Files.isRegularFile(path)) {
            Rows.of(path).forEach(row -> sections.addAll(
                    sections(row.optionalText("title", "id").orElse(row.where()), row.text("text", "content"))));
        } else {
            throw new BadInput("--documents: no such file or folder " + path);
        }
        if (sections.isEmpty()) {
            throw new BadInput("--documents: " + path + " has no text to make answers from");
        }
        return sections;
    }

    private static List<Path> folder(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(?:md|txt|html?)"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new BadInput("--documents: " + folder + " cannot be read");
        }
    }

    private static String text(Path file) {
        try {
            String text = Files.readString(file);
            return file.toString().matches("(?i).*\\.html?") ? fromHtml(text) : text.replaceFirst("(?s)\\A---\\n.*?\\n---\\n", "");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String fromHtml(String html) {
        return html.replaceAll("(?s)<head>.*?</head>", "")
                .replaceAll("(?s)<h[1-6][^>]*>(.*?)</h[1-6]>", "\n## $1\n\n")
                .replaceAll("(?s)</t[dh]>\\s*<t[dh][^>]*>", " | ")
                .replaceAll("(?s)<tr[^>]*>\\s*<t[dh][^>]*>(.*?)</t[dh]>\\s*</tr>", "| $1 |\n")
                .replaceAll("</p>|</li>|<br/?>", "\n")
                .replaceAll("<[^>]+>", "")
                .replace("&#x27;", "'")
                .replace("&amp;", "&");
    }

    private static List<Section> sections(String document, String text) {
        List<Section> sections = new ArrayList<>();
        for (String part : text.split("(?m)(?=^#{1,6} )")) {
            String heading = part.startsWith("#") ? part.lines().findFirst().orElse("").replaceFirst("^#+\\s*", "") : "";
            List<String> sentences = part.lines()
                    .filter(line -> !line.startsWith("#") && !line.contains("|") && !line.isBlank())
                    .map(line -> line.replaceFirst("^\\s*(?:[-*•]|\\d+[.)])\\s+", "").replace("**", ""))
                    .flatMap(line -> Arrays.stream(line.split("(?<=[.!?।])\\s+(?=[\\p{Lu}\\p{Lo}])")))
                    .map(String::strip)
                    .filter(Corpus::isStatement)
                    .toList();
            if (!sentences.isEmpty()) {
                sections.add(new Section(document, heading, part.strip(), sentences));
            }
        }
        return sections;
    }

    private static boolean isStatement(String sentence) {
        int words = sentence.split("\\s+").length;
        return sentence.matches("[\\p{Lu}\\p{Lo}₹£$€\\d].*[.।]") && words >= 5 && words <= 40;
    }
}
