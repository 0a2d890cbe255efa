package io.openteller.bench.answers;

import io.openteller.bench.answers.Levels.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines of {@code resources/answer/calibration.txt}, with where they come from; without a date, so that they can be compared. */
final class CalibrationFit {

    private static final int FOLDS = 8;
    private static final double NOTHING = 0.005;

    private CalibrationFit() {}

    /** @param questions the hash of the question files */
    static List<String> lines(List<Example> examples, String questions) {
        List<String> names = examples.getFirst().parts().keySet().stream().sorted().toList();
        Curve curve = Curve.of(names, examples);
        List<Said> unseen = unseen(names, examples);
        List<String> lines = new ArrayList<>(header(examples, questions));
        for (int i = 0; i < names.size(); i++) {
            if (curve.weights()[i] > NOTHING) {
                lines.add("weight %s %s".formatted(names.get(i).replace(' ', '_'), number(curve.weights()[i])));
            }
        }
        lines.add("bias " + number(curve.bias()));
        Levels.of(unseen).forEach(level -> lines.add(
                "level %s %s # of %d".formatted(number(level.raw()), number(level.share()), level.cases())));
        return List.copyOf(lines);
    }

    /** Each question by a curve of the others. */
    private static List<Said> unseen(List<String> names, List<Example> examples) {
        List<Said> said = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            Curve others = Curve.of(
                    names, examples.stream().filter(one -> one.fold(FOLDS) != left).toList());
            examples.stream()
                    .filter(one -> one.asIs() && one.fold(FOLDS) == left)
                    .forEach(one -> said.add(new Said(others.at(one), one.right())));
        }
        return said;
    }

    private static List<String> header(List<Example> examples, String questions) {
        long asIs = examples.stream().filter(Example::asIs).count();
        long right = examples.stream().filter(one -> one.asIs() && one.right()).count();
        return List.of(
                "# How sure an answer is, from the parts of its confidence; for questions that the sentence models can read.",
                "# Written by './openteller eval answers-fit', see docs/answers.md; do not change by hand.",
                "# questions " + questions,
                "# replies %d as asked, %d of them right; %d with the answer withheld"
                        .formatted(asIs, right, examples.size() - asIs),
                "# logistic, no weight below 0, L2 %s; levels of replies that the curve had not seen, %d folds, the highest right in %s"
                        .formatted(Curve.L2, FOLDS, Levels.SURE));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
