package io.openteller.platform.sources.internal;

import io.openteller.platform.reading.HandedFile;
import io.openteller.platform.sources.RunView.PageState;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What fetching an address gave.
 *
 * @param same addresses to fetch at the same distance: where it leads, what a sitemap lists
 * @param links addresses one step further
 * @param lists further sitemaps
 * @param document to store; null if there is none
 */
record PageResult(
        PageState state,
        @Nullable String detail,
        Collection<URI> same,
        Collection<URI> links,
        Collection<URI> lists,
        @Nullable Found document) {

    /**
     * A page that is new or has changed.
     *
     * @param url under which it is known
     * @param digest of what was read from it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Found(
            URI url,
            String slug,
            HandedFile file,
            @Nullable String etag,
            @Nullable String lastModified,
            byte[] digest) {}

    static PageResult ended(PageState state, @Nullable String detail) {
        return new PageResult(state, detail, List.of(), List.of(), List.of(), null);
    }

    static PageResult elsewhere(URI where, String detail) {
        return new PageResult(PageState.DUPLICATE, detail, List.of(where), List.of(), List.of(), null);
    }
}
