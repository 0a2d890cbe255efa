package io.openteller.platform.understanding;

import java.util.List;

/**
 * What the customer most likely wants.
 *
 * @param confidence calibrated, 0 to 1; low when the message is about something else
 * @param alternatives the next best, best first
 * @param personShare how much of the probability lies on the intents of tier C, taken together: a message may be for a
 *     person although none of them stands out
 */
public record IntentGuess(
        String name, double confidence, Tier tier, List<Alternative> alternatives, double personShare) {

    /** When only the best guess is known. */
    public IntentGuess(String name, double confidence, Tier tier, List<Alternative> alternatives) {
        this(name, confidence, tier, alternatives, tier == Tier.C ? confidence : 0);
    }

    /** How much the assistant may do by itself. */
    public enum Tier {
        /** Contain. */
        A,
        /** Contain with care. */
        B,
        /** A person, always. */
        C
    }

    /** Another intent that was thinkable. */
    public record Alternative(String name, double confidence) {}
}
