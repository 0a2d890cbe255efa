package io.openteller.platform.workflow;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What customers do with the steps that they were asked for. */
public interface Steps {

    /** @return what became of the code; when verified, the task goes on by itself */
    CodeResult enterCode(UUID conversation, UUID step, String code);

    /** Answers to security questions; kept nowhere. @return as for a code; what has expired is asked anew */
    CodeResult answer(UUID conversation, UUID step, List<Answer> answers);

    /** @return whether a new code was sent */
    boolean resendCode(UUID conversation, UUID step);

    ConfirmResult confirm(UUID conversation, UUID step, boolean accepted);

    /** @return the step of this conversation that waits for a code; null if none does */
    @Nullable UUID waitingForCode(UUID conversation);

    /** @param id of the question; {@code choice} one of those that were given with it */
    record Answer(String id, String choice) {}

    /**
     * Outcome of one attempt.
     *
     * @param attemptsLeft 0 unless the result is WRONG
     * @param goesOn whether the conversation goes on with it: the code was right, or there is no code that could be any more
     *     and a procedure says what then
     */
    record CodeResult(Kind result, int attemptsLeft, boolean goesOn) {

        public CodeResult(Kind result, int attemptsLeft) {
            this(result, attemptsLeft, result == Kind.VERIFIED);
        }

        /** Outcome of one attempt. */
        public enum Kind {
            VERIFIED,
            WRONG,
            EXPIRED,
            TOO_MANY
        }
    }

    /** What became of a confirmation. */
    enum ConfirmResult {
        DONE,
        DECLINED,
        EXPIRED
    }
}
