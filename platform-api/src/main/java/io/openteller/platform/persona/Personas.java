package io.openteller.platform.persona;

import java.util.Optional;

/** The current bank's personas. */
public interface Personas {

    /** Id of the one that speaks where no other does. */
    String GENERAL = "general";

    /** @param intent empty or unknown for {@link #GENERAL} */
    Persona speakingTo(String intent);

    /** Whether some persona leaves this message to a person; the first rule that fits. */
    Optional<Needed> person(String message);

    /** @param words of the message that the rule saw */
    record Needed(String persona, String team, String why, String words) {}
}
