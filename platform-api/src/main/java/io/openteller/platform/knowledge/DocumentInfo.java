package io.openteller.platform.knowledge;

import io.openteller.platform.reading.ReadDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document in the list.
 *
 * @param owner who answers for it; null for nobody
 * @param appliesTo what its next version will speak of
 * @param effective what answers are made from now; null for nothing
 * @param passages how many pieces of the newest version can be cited
 */
public record DocumentInfo(
        String slug,
        String title,
        String category,
        List<String> tags,
        String language,
        ReadDocument.Format format,
        @Nullable String owner,
        @Nullable LocalDate reviewDue,
        AppliesTo appliesTo,
        boolean archived,
        @Nullable InForce effective,
        Latest latest,
        int passages,
        Instant updatedAt,
        String updatedBy) {

    /** Number of the newest version, which need not be in force. */
    public int version() {
        return latest.version();
    }

    public record InForce(int version, Instant from, @Nullable Instant until) {}

    public record Latest(int version, Standing standing, Instant at, String by) {}
}
