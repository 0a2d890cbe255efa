package io.openteller.platform.reading;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Objects;

/** What a document says, cut at its headings. */
public record ReadDocument(
        String title, String category, String language, Format format, List<Section> sections) {

    /** Formats that can be read. */
    public enum Format {
        MARKDOWN,
        HTML,
        PDF,
        DOCX,
        XLSX,
        CSV,
        TEXT
    }

    /**
     * A citable piece.
     *
     * @param heading the nearest heading above, or the question of a pair; the title where there is neither
     * @param text what it says, or the answer of a pair
     * @param place where in the file: {@code page 3}, {@code row 12} or {@code #anchor}; empty if unknown
     * @param pair a question with its answer
     */
    @Serdeable
    public record Section(String heading, String text, String place, boolean pair) {

        public Section {
            // Passages that were stored before places were known have none, and what is empty may not have been written.
            heading = Objects.requireNonNullElse(heading, "");
            place = Objects.requireNonNullElse(place, "");
        }

        public static Section of(String heading, String text) {
            return new Section(heading, text, "", false);
        }
    }
}
