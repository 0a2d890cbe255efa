package io.openteller.platform.coordination;

import org.reactivestreams.Publisher;

/** Every stream that this process has open: counted, and ended when the process stops. */
public interface OpenStreams {

    /**
     * The same stream, which also completes when the process begins to stop, and at once if it already has: its reader
     * then comes back to another replica.
     *
     * @param kind what it is counted as; a few fixed words, not ids
     */
    <T> Publisher<T> open(String kind, Publisher<T> stream);
}
