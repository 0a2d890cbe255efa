package io.openteller.platform.understanding;

/**
 * A reason for a person to take over.
 *
 * @param words the phrase of the lexicon that the message contains
 */
public record RiskSignal(Kind kind, String words) {

    /** Most urgent first. */
    public enum Kind {
        SELF_HARM,
        FRAUD,
        DISPUTE,
        BEREAVEMENT,
        VULNERABILITY,
        HARDSHIP,
        LEGAL,
        COMPLAINT,
        HUMAN_REQUEST
    }
}
