package io.openteller.platform.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A procedure that a message may start.
 *
 * @param phrases what customers say who mean it, by language
 */
public record Startable(String procedure, int version, List<String> intents, Map<String, List<String>> phrases) {

    public Startable {
        intents = List.copyOf(intents);
        phrases = Map.copyOf(phrases);
    }

    /** How a customer would ask for it; empty if nothing is known to ask for it with in that language. */
    public Optional<String> wish(String language) {
        return phrases.getOrDefault(language, List.of()).stream().findFirst();
    }
}
