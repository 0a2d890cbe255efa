package io.openteller.platform.understanding;

import java.util.List;

/** Reads one message. Needs no network, and a few milliseconds. */
public interface Understanding {

    /** @param earlier what the customer wrote before, oldest first; for the mood */
    Reading read(String message, List<String> earlier);

    /** The first message of a conversation. */
    default Reading read(String message) {
        return read(message, List.of());
    }
}
