package io.openteller.bench.answers;

import io.openteller.platform.answer.Confidence.Part;
import java.util.List;

/**
 * What became of a question.
 *
 * @param kind ANSWERED, CLARIFY, CONFLICT, NOT_KNOWN or HELD
 * @param confidence as the product states it; of what was not answered too
 */
record Answered(Asking asking, String kind, String reply, boolean right, double confidence, List<Part> parts) {

    boolean isAnswer() {
        return kind.equals("ANSWERED");
    }
}
