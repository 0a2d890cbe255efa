package io.openteller.platform.procedure;

import java.util.List;

/** The procedures that every bank can begin with. */
public interface StarterProcedures {

    /**
     * Publishes those that the current bank does not have yet, in the name of the platform's operator, who sets banks up. Texts
     * in languages that the bank did not ask for stay in.
     *
     * @return ids of those that were published
     * @throws io.openteller.platform.problem.ProblemException if one lacks a text in a language of the bank
     */
    List<String> publish();
}
