package io.openteller.platform.routing;

import io.openteller.platform.desk.Reason;

/** The next step. */
public sealed interface Route {

    /** To a person, now. */
    record Escalate(Reason reason) implements Route {}

    /** By the procedure that the conversation is in. */
    record Proceed() implements Route {}

    /** By a procedure that begins with this message. */
    record Begin(String procedure) implements Route {}

    /**
     * From the bank's documents, with that procedure offered besides.
     *
     * @param elseBegin whether it begins at once where they have nothing
     */
    record AnswerFirst(String procedure, boolean elseBegin) implements Route {}

    /** From the bank's documents. */
    record Answer() implements Route {}

    /** With a courtesy that needs no knowledge. */
    record Greet(boolean thanks) implements Route {}
}
