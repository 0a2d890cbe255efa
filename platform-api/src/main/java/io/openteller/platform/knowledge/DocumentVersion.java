package io.openteller.platform.knowledge;

import io.openteller.platform.reading.ReadDocument;
import java.time.Instant;
import java.util.List;

/**
 * One version of a document, as it can be cited.
 *
 * @param language of the document, as it is now
 */
public record DocumentVersion(
        String slug,
        int version,
        String title,
        String language,
        List<ReadDocument.Section> sections,
        Instant updatedAt,
        String updatedBy) {}
