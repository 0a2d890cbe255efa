package io.openteller.platform.guard;

/**
 * One thing that a reply says and that somebody could hold the bank to.
 *
 * @param text the words of the reply that say it
 * @param start position of the first of them in the reply, inclusive
 * @param end position after the last
 * @param reason why it stands or does not, in words for the person who reads the draft
 */
public record Claim(String text, Kind kind, boolean supported, String reason, int start, int end) {

    /** What a claim is about; from {@link #PROMISE} on it is not what is said but that it is said. */
    public enum Kind {
        AMOUNT,
        RATE,
        DATE,
        TIME,
        DURATION,
        COUNT,
        DIGITS,
        /** Whether something is so, is allowed or is needed. */
        ELIGIBILITY,
        /** Who or what it is said of. */
        SUBJECT,
        PROMISE,
        ADVICE,
        OTHER_BANK,
        TONE,
        PERSONAL_DATA
    }
}
