package io.openteller.platform.reading;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** What a document says, cut at its headings. */
public record ReadDocument(
        String title, String category, String language, Format format, List<Section> sections) {

    /** Formats that can be read. */
    public enum Format {
        MARKDOWN,
        HTML,
        PDF,
        DOCX,
        TEXT
    }

    /** @param heading the nearest heading above; the title where there is none */
    @Serdeable
    public record Section(String heading, String text) {}
}
