package io.openteller.platform.workflow.internal.runs;

/** The procedure {@code block-card} as a drawing would show it, in memory: what {@link RunModelIT} holds stored runs against. */
final class RunModel {

    private static final int ATTEMPTS = 3;

    /** Where the newest run stands; named as the stored one is. */
    enum At {
        NOWHERE,
        IDENTITY,
        ANSWER,
        CONFIRMATION,
        /** The bank was called, and nobody knows what came of it. */
        DOUBT,
        FINISHED,
        HANDED_OVER
    }

    At at = At.NOWHERE;
    int runs;

    /** Cards that were blocked. */
    int blocked;

    private boolean proven;
    private int attempts;

    boolean isUnderWay() {
        return at != At.NOWHERE && at != At.FINISHED && at != At.HANDED_OVER;
    }

    void begin() {
        runs++;
        attempts = 0;
        at = proven ? At.ANSWER : At.IDENTITY;
    }

    void code() {
        proven = true;
        at = At.ANSWER;
    }

    void choose() {
        at = At.CONFIRMATION;
    }

    void mumble() {
        attempts++;
        at = attempts == ATTEMPTS ? At.HANDED_OVER : At.ANSWER;
    }

    void yes(boolean theBankAnswers) {
        blocked++;
        at = theBankAnswers ? At.FINISHED : At.DOUBT;
    }

    void stop() {
        at = At.FINISHED;
    }

    void settle() {
        at = At.FINISHED;
    }

    void person() {
        at = At.HANDED_OVER;
    }
}
