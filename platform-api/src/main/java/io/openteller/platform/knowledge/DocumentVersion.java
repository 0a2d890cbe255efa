package io.openteller.platform.knowledge;

import java.time.Instant;
import java.util.List;

/** One version of a document, as it can be cited. */
public record DocumentVersion(
        String slug,
        int version,
        String title,
        List<ReadDocument.Section> sections,
        Instant updatedAt,
        String updatedBy) {}
