package io.openteller.platform.answer;

import io.openteller.platform.retrieval.Passage;
import java.util.List;

/** What the bank's knowledge has for a question. */
public sealed interface Composed {

    /** All passages that were looked at, best first. */
    List<Passage> considered();

    /** @param source the passage that the text was taken from, word for word */
    record Grounded(String text, Passage source, List<Passage> considered) implements Composed {}

    /** @param bestCoverage how much of the question the best passage covered, 0 to 1; below the floor */
    record NotKnown(double bestCoverage, List<Passage> considered) implements Composed {}
}
