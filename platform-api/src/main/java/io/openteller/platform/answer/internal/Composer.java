package io.openteller.platform.answer.internal;

import io.openteller.platform.answer.Composed;
import io.openteller.platform.answer.Question;
import io.openteller.platform.retrieval.Passage;
import java.util.List;

/** One way of making an answer out of passages. Must be safe for concurrent use. */
public interface Composer {

    /** @param found for the question, best first */
    Composed compose(Question question, List<Passage> found);
}
