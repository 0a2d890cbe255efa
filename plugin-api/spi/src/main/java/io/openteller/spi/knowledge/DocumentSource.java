package io.openteller.spi.knowledge;

import io.openteller.spi.CallContext;
import io.openteller.spi.Experimental;
import io.openteller.spi.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pf4j.ExtensionPoint;

/**
 * A store of documents that the platform reads: a wiki, a content system, a drive. Only reads. The platform keeps its own copy
 * and asks a person before anything of it reaches a customer.
 */
@Experimental(settles = "2027-06-30")
public interface DocumentSource extends ExtensionPoint {

    /**
     * All documents, page by page, each once.
     *
     * @param cursor {@link Page#next()} of the page before; null for the first page
     */
    Outcome<Page> list(CallContext context, @Nullable String cursor);

    /** One document as it is now; {@link Outcome.NotFound} once it is gone. */
    Outcome<Content> fetch(CallContext context, String ref);

    /** @param next null when it is the last page */
    record Page(List<Entry> entries, @Nullable String next) {

        public Page {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One document's place.
     *
     * @param ref names it at its source, and does not change while it lives
     * @param version another one whenever its content is another
     * @param address where a person reads it; empty if nowhere
     */
    record Entry(String ref, String title, String version, String address, @Nullable Instant changedAt) {}

    /**
     * @param mediaType such as text/markdown, text/html or application/pdf
     * @param bytes at most 20 MB
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Content(String mediaType, byte[] bytes) {}
}
