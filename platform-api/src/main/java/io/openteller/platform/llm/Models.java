package io.openteller.platform.llm;

import java.time.Instant;
import java.util.function.Predicate;

/** Asks the models of the current tenant. */
public interface Models {

    /** Whether it is worth preparing a question: the bank has chosen a model for this and switched it on. */
    boolean configured(Task task);

    /**
     * One answer. Comes back by {@code until}, and by the route's own limit of time if that is earlier.
     *
     * @return an answer fits the prompt's schema, if it has one
     */
    Outcome complete(Task task, Prompt prompt, Instant until);

    /**
     * The same, told piece by piece as it comes.
     *
     * @param pieces told from another thread that works for the same tenant; false ends the call. Nothing of it may be shown
     *     before it was checked
     */
    Outcome stream(Task task, Prompt prompt, Instant until, Predicate<String> pieces);
}
