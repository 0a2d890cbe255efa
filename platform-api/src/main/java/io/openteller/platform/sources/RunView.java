package io.openteller.platform.sources;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One visit to a site.
 *
 * @param done addresses with a result
 * @param queued addresses that wait
 */
@Serdeable
public record RunView(
        UUID id, UUID site, State state, Instant at, @Nullable Instant finishedAt, int done, int queued, List<Item> items) {

    /** RUNNING until each address has its result. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED
    }

    /**
     * What became of an address. OUTSIDE leads to a host that is not allowed; DUPLICATE names another page as the true one, or
     * leads there; VANISHED was there at an earlier visit, and its document stays until a person decides; LISTED is a sitemap.
     */
    public enum PageState {
        WAITING,
        FETCHING,
        STORED,
        UNCHANGED,
        SKIPPED_ROBOTS,
        FAILED,
        OUTSIDE,
        DUPLICATE,
        VANISHED,
        LISTED,
        CANCELLED
    }

    /** @param slug of the document made from it */
    @Serdeable
    public record Item(String url, PageState state, @Nullable String detail, @Nullable String slug) {}
}
