package io.openteller.platform.workflow.internal.runs;

import io.openteller.procedures.machine.Effect;

/**
 * What a run wants done on the bank's systems, or wants to hear from somebody.
 *
 * @param callId names the call through to the bank; the same however often it is tried
 * @param tries how often it was tried without coming to an end
 */
record Todo(Effect effect, String callId, Hold hold, int tries) {

    /** Why it does not go on by itself. */
    enum Hold {
        /** It does: nobody has to do anything first. */
        NONE,
        SIGN_IN,
        CODE,
        QUESTIONS,
        CONFIRM,
        APPROVAL,
        /** Nobody knows whether the bank did it; the bank is asked again. */
        DOUBT
    }

    Todo holding(Hold reason) {
        return new Todo(effect, callId, reason, tries + 1);
    }

    String step() {
        return switch (effect) {
            case Effect.Perform perform -> perform.step();
            case Effect.Compensate(String step, var steps) -> step;
            case Effect.Verify(String step, var level, var methods) -> step;
            case Effect.Confirm(String step, var operation, var input, var text) -> step;
            case Effect.Approve(String step, var operation, var input, var team, var text) -> step;
            case Effect.Settle(String step, boolean accepted) -> step;
            default -> throw new IllegalStateException("nothing that is carried out: " + effect);
        };
    }
}
