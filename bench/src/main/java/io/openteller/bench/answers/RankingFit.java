package io.openteller.bench.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines of {@code resources/answer/ranking.txt}, with where they come from; without a date, so that they can be compared. */
final class RankingFit {

    private static final double NOTHING = 0.005;

    private RankingFit() {}

    /**
     * @param sentences those of questions that one of them answers
     * @param questions the hash of the question files
     */
    static List<String> lines(List<Example> sentences, String questions) {
        List<String> names = sentences.getFirst().parts().keySet().stream().sorted().toList();
        Curve curve = Curve.ofAnySign(names, sentences);
        List<String> lines = new ArrayList<>(List.of(
                "# Which sentence answers, from the signs that speak for it.",
                "# Written by './openteller eval answers-ranking', see docs/answers.md; do not change by hand.",
                "# questions " + questions,
                "# sentences %d, %d of them right".formatted(
                        sentences.size(), sentences.stream().filter(Example::right).count()),
                "# logistic, L2 " + Curve.L2));
        for (int i = 0; i < names.size(); i++) {
            if (Math.abs(curve.weights()[i]) > NOTHING) {
                lines.add("weight %s %s".formatted(names.get(i).replace(' ', '_'), number(curve.weights()[i])));
            }
        }
        lines.add("bias " + number(curve.bias()));
        return List.copyOf(lines);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
