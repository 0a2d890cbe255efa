package io.openteller.platform.workflow;

import java.util.List;
import java.util.UUID;

/**
 * The procedure that a conversation is in.
 *
 * @param intents those that it is for
 */
public record UnderWay(UUID run, String procedure, int version, List<String> intents) {

    public UnderWay {
        intents = List.copyOf(intents);
    }
}
