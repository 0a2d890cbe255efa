package io.openteller.platform.knowledge;

import io.openteller.platform.reading.ReadDocument;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a document, as it can be cited once it is approved.
 *
 * @param markdown what it was written as; null if it was read from a file of another format
 * @param from first moment in force; null if it was never, and is not going to be
 * @param until first moment at which no longer; null while that is open
 */
public record DocumentVersion(
        String slug,
        int version,
        Standing standing,
        String title,
        String language,
        @Nullable String markdown,
        List<ReadDocument.Section> sections,
        Instant updatedAt,
        String updatedBy,
        @Nullable Instant from,
        @Nullable Instant until) {}
