package io.openteller.platform.answer.internal;

import io.openteller.platform.answer.Composed.Grounded;
import io.openteller.platform.answer.Question;
import java.util.function.Predicate;

/** The last step to an answer from documents: how it is said. */
@FunctionalInterface
interface Phrasing {

    /** In the documents' own words. */
    Phrasing AS_IT_IS = (question, own, soFar) -> own;

    /** @param soFar told of each sentence as {@link io.openteller.platform.answer.Answers} says it */
    Grounded of(Question question, Grounded own, Predicate<Grounded> soFar);
}
