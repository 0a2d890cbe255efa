package io.openteller.platform.answer;

import java.util.List;

/**
 * How likely an answer is right, 0 to 1, with what that is made of. Of a question that was not answered: how likely the best
 * answer that there was would have been.
 */
public record Confidence(double value, List<Part> parts) {

    /** Nothing was found that could be weighed. */
    public static final Confidence NONE = new Confidence(0, List.of());

    /** A person wrote and another approved it for this very question. */
    public static final Confidence APPROVED = new Confidence(1, List.of(new Part("approved wording", 1)));

    /** @param value 0 to 1 */
    public record Part(String name, double value) {}
}
