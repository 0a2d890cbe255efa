package io.openteller.platform.understanding;

import io.openteller.platform.understanding.IntentGuess.Tier;
import java.util.List;

/** What every bank starts with. */
public interface StarterIntents {

    List<Starter> all();

    /** Waits, for a few seconds at most, when the platform has only just started. */
    TrainedIntents model();

    /** @param title a few words for people */
    record Starter(String name, Tier tier, String title, List<Message> messages) {}

    /** @param language BCP 47 tag */
    record Message(String language, String text) {}
}
