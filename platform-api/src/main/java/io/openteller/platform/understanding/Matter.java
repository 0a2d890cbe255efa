package io.openteller.platform.understanding;

/** What a message about a subject is after. */
public enum Matter {
    /** What holds for every customer of the bank: deadlines, fees, conditions, what something is. */
    RULE,
    /** The way to do something. */
    HOWTO,
    /** Something of this customer's own: how it stands, what happened to it, or that something be done with it. */
    OWN;

    /**
     * From this confidence on nobody is sent to the documents first, which lead on to the procedure where they know nothing.
     * Chosen on the development part of suite `matter`.
     */
    private static final double OWN_FROM = 0.65;

    private static final double RULE_FROM = 0.8;

    /** @param confidence calibrated, 0 to 1 */
    public record Guess(Matter matter, double confidence) {

        /** Whether somebody is served who learns that the documents say nothing about it. */
        public boolean isRuleForSure() {
            return matter == RULE && confidence >= RULE_FROM;
        }

        /** Whether the bank's documents may well answer it. */
        public boolean isGeneral() {
            return matter != OWN || confidence < OWN_FROM;
        }
    }
}
