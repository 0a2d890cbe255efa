package io.openteller.platform.understanding;

/**
 * A reason for a person to take over.
 *
 * @param words the words of the message that raised it, in lower case
 */
public record RiskSignal(Kind kind, String words) {

    /** Most urgent first. */
    public enum Kind {
        SELF_HARM,
        FRAUD,
        /** Somebody else is in the account or tries to get in. */
        ACCOUNT_TAKEOVER,
        DISPUTE,
        BEREAVEMENT,
        VULNERABILITY,
        HARDSHIP,
        LEGAL,
        COMPLAINT,
        HUMAN_REQUEST
    }
}
