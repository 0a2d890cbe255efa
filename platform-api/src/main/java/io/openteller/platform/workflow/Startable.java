package io.openteller.platform.workflow;

import java.util.List;

/**
 * A procedure that a message may start.
 *
 * @param phrases what customers say who mean it, in every language
 */
public record Startable(String procedure, int version, List<String> intents, List<String> phrases) {

    public Startable {
        intents = List.copyOf(intents);
        phrases = List.copyOf(phrases);
    }
}
