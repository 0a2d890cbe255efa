package io.openteller.platform.answer.internal;

import io.openteller.platform.answer.Composed.Grounded;
import io.openteller.platform.answer.Question;

/** The last step to an answer from documents: how it is said. */
@FunctionalInterface
interface Phrasing {

    /** In the documents' own words. */
    Phrasing AS_IT_IS = (question, own) -> own;

    Grounded of(Question question, Grounded own);
}
