package io.openteller.bench.answers;

import io.openteller.platform.answer.Confidence.Part;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One reply to learn from.
 *
 * @param asIs whether all passages were there; otherwise those that answer were withheld
 */
record Example(String question, boolean asIs, Map<String, Double> parts, boolean right) {

    /** A question without its answer must not outweigh the questions as customers ask them. */
    private static final double WITHHELD = 0.4;

    static Example of(Answered one, boolean asIs) {
        return new Example(
                one.asking().text(),
                asIs,
                one.parts().stream()
                        .filter(part -> !part.name().equals("raw"))
                        .collect(Collectors.toMap(Part::name, Part::value)),
                one.right());
    }

    double weight() {
        return asIs ? 1 : WITHHELD;
    }

    double part(String name) {
        return parts.getOrDefault(name, 0d);
    }

    /** Which of so many parts it is in; by its question, so that both of its forms are in the same. */
    int fold(int folds) {
        return Math.floorMod(question.hashCode(), folds);
    }

    /** The product gives what lacks a must the confidence 0, whatever the fit says. */
    boolean isOpen() {
        return List.of("own bank", "kind of answer").stream().allMatch(must -> part(must) > 0);
    }
}
