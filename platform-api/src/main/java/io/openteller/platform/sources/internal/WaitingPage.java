package io.openteller.platform.sources.internal;

import io.openteller.platform.egress.AllowedHosts;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address that this process has taken to fetch, with what it needs to know of its site.
 *
 * @param robots by host, as far as they were asked in this visit
 * @param known what an earlier visit found there; null if it is new
 */
record WaitingPage(
        UUID id,
        UUID run,
        UUID site,
        URI url,
        boolean sitemap,
        int depth,
        int fence,
        int siteDepth,
        boolean followsLinks,
        int maxPages,
        double perSecond,
        @Nullable String category,
        AllowedHosts allowed,
        Map<String, Robots> robots,
        @Nullable KnownPage known) {

    /** What an earlier visit found. */
    @SuppressWarnings("ArrayRecordComponent") // compared by Arrays.equals
    record KnownPage(@Nullable String etag, @Nullable String lastModified, byte[] digest, String slug) {}
}
