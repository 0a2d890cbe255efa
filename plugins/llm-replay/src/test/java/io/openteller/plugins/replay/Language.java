package io.openteller.plugins.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One vendor's way of writing what is asked and said, read without any of the code under test. */
interface Language {

    /** @throws Unspeakable if the platform cannot ask such a thing */
    Question question(Recorded recorded);

    boolean streamed(Recorded recorded);

    Expected expected(Recorded recorded, boolean streamed);

    /** What is wrong with a request, in words; empty if nothing is. */
    List<String> faults(JsonNode sent, Recorded recorded, Question question);

    /** What the platform has no words for. */
    final class Unspeakable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unspeakable(String why) {
            super(why);
        }
    }
}
