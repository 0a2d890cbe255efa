package io.openteller.platform.turn;

import io.openteller.platform.conversation.AppendOutcome;
import io.openteller.platform.conversation.ClaimedTurn;
import io.openteller.platform.conversation.StepTaken;
import java.util.UUID;

/** The way of a message through the platform, for the current tenant. */
public interface Turns {

    /**
     * Stores the message; returns only after it is durable. Everything but storing happens later.
     *
     * @throws io.openteller.platform.problem.ProblemException if the text is blank or longer than 4,000 characters, or the
     *     id is not 1 to 64 letters, digits, '-' or '_'; nothing is stored then
     */
    AppendOutcome accept(UUID conversation, String clientMessageId, String text);

    /** The customer took the step that they were asked for; the assistant goes on with it. */
    AppendOutcome goOn(UUID conversation, StepTaken step);

    /** The customer asks for a person, whatever the assistant is doing. */
    void requestPerson(UUID conversation);

    /**
     * Answers the oldest waiting turn.
     *
     * @return false when none waits
     */
    boolean answerNext();

    /** Answers a turn that was taken with its message. */
    void answer(ClaimedTurn turn);

    /** Leaves it to whoever takes it next. */
    void letGo(ClaimedTurn turn);
}
