package io.openteller.platform.coordination;

import org.reactivestreams.Publisher;

/** Every stream that this process has open: counted, and ended when the process stops. */
public interface OpenStreams {

    /**
     * The same stream, which also ends when the process stops, and at once if it already does: with an event {@code
     * reconnect} that says after how many milliseconds its reader comes back, to another replica then.
     *
     * @param kind what it is counted as; a few fixed words, not ids
     */
    Publisher<TextEvent> open(String kind, Publisher<TextEvent> stream);
}
