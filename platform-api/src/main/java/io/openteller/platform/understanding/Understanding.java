package io.openteller.platform.understanding;

import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.understanding.internal.MessageReader;
import java.util.List;

/** Reads one message. Needs no network, and a few milliseconds. */
public interface Understanding {

    /** @param earlier what the customer wrote before, oldest first; for the mood, and for a message that goes on with it */
    Reading read(String message, List<String> earlier);

    /** How much the assistant may do by itself with this intent, as the current bank has it; C where the bank has it not. */
    IntentGuess.Tier tierOf(String intent);

    /** The first message of a conversation. */
    default Reading read(String message) {
        return read(message, List.of());
    }

    /** As every bank starts with it; for use outside a running platform. Takes some seconds. */
    static Understanding standard(SentenceVectors vectors) {
        return MessageReader.standard(vectors);
    }
}
