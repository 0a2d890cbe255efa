package io.openteller.platform.knowledge;

import io.openteller.platform.reading.ReadDocument.Section;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An approved version of a document, and when answers may be made from it.
 *
 * @param from first moment
 * @param until first moment at which no longer: superseded, expired or revoked; null while that is open
 */
public record Edition(
        String slug,
        int version,
        String title,
        String category,
        String language,
        AppliesTo appliesTo,
        List<Section> sections,
        Instant from,
        @Nullable Instant until) {

    public boolean inForceAt(Instant moment) {
        return !from.isAfter(moment) && (until == null || until.isAfter(moment));
    }
}
