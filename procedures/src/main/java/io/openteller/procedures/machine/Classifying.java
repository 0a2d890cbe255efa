package io.openteller.procedures.machine;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.Node.Edge;
import io.openteller.procedures.machine.reading.Words;
import java.util.List;
import java.util.Map;

/** Files a message under the label whose longest phrase it holds. */
final class Classifying {

    private Classifying() {}

    static String enter(Progress progress, Node.Classify classify) {
        String text = text(progress, classify);
        String said = Words.allSpaced(text);
        int best = 0;
        String next = null;
        boolean tie = false;
        for (Node.Label label : classify.labels()) {
            int score = score(label.phrases(), said);
            if (score > best) {
                best = score;
                next = label.next();
                tie = false;
            } else if (score == best && score > 0 && !label.next().equals(next)) {
                tie = true;
            }
        }
        return next == null || tie ? progress.edge(Edge.UNSURE) : next;
    }

    private static String text(Progress progress, Node.Classify classify) {
        if (classify.of() == null) {
            return progress.heard.message();
        }
        JsonNode value = progress.evaluate(classify.of());
        if (!value.isTextual()) {
            throw new CannotGoOn("at step " + progress.frame().node + ": " + classify.of() + " is not text");
        }
        return value.textValue();
    }

    private static int score(Map<String, List<String>> phrases, String said) {
        return phrases.values().stream()
                .flatMap(List::stream)
                .map(Words::spaced)
                .filter(phrase -> !phrase.isBlank() && said.contains(phrase))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
