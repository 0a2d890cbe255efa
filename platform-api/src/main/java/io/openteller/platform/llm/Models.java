package io.openteller.platform.llm;

import java.time.Instant;
import java.util.function.Predicate;

/** Asks the models of the current tenant: those of the task's route, one after the other while they fail. */
public interface Models {

    /** Whether it is worth preparing a question: the bank has chosen a model for this and switched it on. */
    boolean configured(Task task);

    /**
     * One answer. Comes back by {@code until}, and by the route's own limits of time if they are earlier.
     *
     * @param fits whether an answer is of use, such as one in the right language; one that is not counts as a bad answer
     * @return an answer fits the prompt's schema, if it has one
     */
    Outcome complete(Task task, Prompt prompt, Instant until, Predicate<String> fits);

    default Outcome complete(Task task, Prompt prompt, Instant until) {
        return complete(task, prompt, until, text -> true);
    }

    /** The same, told piece by piece as it comes. The pieces of one model alone are told, however many are asked. */
    Outcome stream(Task task, Prompt prompt, Instant until, Reading pieces);
}
