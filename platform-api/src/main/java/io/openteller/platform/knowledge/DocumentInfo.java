package io.openteller.platform.knowledge;

import io.openteller.platform.reading.ReadDocument;
import java.time.Instant;

/** @param passages how many pieces of it can be cited */
public record DocumentInfo(
        String slug,
        String title,
        String category,
        String language,
        int version,
        boolean archived,
        ReadDocument.Format format,
        int passages,
        Instant updatedAt,
        String updatedBy) {}
