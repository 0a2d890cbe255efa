package io.openteller.platform.sources;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a site is visited.
 *
 * @param url of the first page, or of the sitemap
 * @param depth how many links away from the first page; pages of a sitemap are not followed further
 * @param everyHours null to visit it only when asked
 * @param category of its documents; null to keep what pages say
 * @param allowedHosts beside that of the url
 */
public record SiteSettings(
        Kind kind,
        String url,
        int depth,
        int maxPages,
        double perSecond,
        @Nullable Integer everyHours,
        @Nullable String category,
        List<String> allowedHosts) {

    /** Where a visit begins. */
    @Serdeable
    public enum Kind {
        START,
        SITEMAP
    }
}
