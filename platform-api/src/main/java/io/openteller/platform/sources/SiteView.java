package io.openteller.platform.sources;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A site as it is set up, and when it was visited last. Exactly one of startUrl and sitemapUrl is there. */
@Serdeable
public record SiteView(
        UUID id,
        SiteSettings.Kind kind,
        @Nullable String startUrl,
        @Nullable String sitemapUrl,
        int depth,
        int maxPages,
        double perSecond,
        @Nullable Integer everyHours,
        @Nullable String category,
        List<String> allowedHosts,
        State state,
        @Nullable LastRun lastRun,
        @Nullable Instant nextRunAt) {

    /** Whether it is being visited. */
    public enum State {
        IDLE,
        RUNNING
    }

    /** Figures of the newest visit. */
    @Serdeable
    public record LastRun(UUID id, Instant at, int pages, int changed, int unchanged, int failed) {}
}
