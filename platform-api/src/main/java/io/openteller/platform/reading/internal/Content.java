package io.openteller.platform.reading.internal;

import io.openteller.platform.reading.ReadDocument.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of one format found.
 *
 * @param title as the document itself has it; null if it has none
 * @param category as the document itself states it
 * @param language as the document itself states it
 */
record Content(
        @Nullable String title,
        @Nullable String category,
        @Nullable String language,
        List<Section> sections,
        List<String> notes) {

    static Content of(@Nullable String title, List<Section> sections) {
        return new Content(title, null, null, sections, List.of());
    }
}
