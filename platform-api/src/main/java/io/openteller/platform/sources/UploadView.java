package io.openteller.platform.sources;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An upload and what became of its files.
 *
 * @param files without the archives they came in
 * @param done of these, with whatever result
 */
@Serdeable
public record UploadView(
        UUID id, String by, Instant at, State state, int files, int done, int failed, List<Item> items) {

    /** RUNNING until each file has its result. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED
    }

    /** What became of a file. UNPACKED is an archive whose files stand beside it. */
    public enum ItemState {
        WAITING,
        READING,
        STORED,
        UNCHANGED,
        FAILED,
        UNPACKED,
        CANCELLED
    }

    /**
     * One file.
     *
     * @param name with its folders inside an archive
     * @param code why it failed; null if it did not
     * @param detail one sentence for people: about the failure, or about what to know
     * @param slug of the document that it became; null before
     */
    @Serdeable
    public record Item(
            String name,
            ItemState state,
            @Nullable FailureCode code,
            @Nullable String detail,
            @Nullable String slug,
            @Nullable Integer version,
            @Nullable Integer passages) {}
}
