package io.openteller.platform.curation.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Groups questions that ask for the same thing: each joins the group that it is most like on average, if it is like enough. */
final class Clusters {

    /** Between two ways to ask one thing (mostly over .6) and two things asked of one subject. */
    private static final double ALIKE = 0.58;

    private final Map<String, Meaning> meanings;
    private final List<List<OpenQuestion>> groups = new ArrayList<>();

    private Clusters(Map<String, Meaning> meanings) {
        this.meanings = meanings;
    }

    /** @param meanings of every question's text */
    static List<List<OpenQuestion>> of(List<OpenQuestion> questions, Map<String, Meaning> meanings) {
        Clusters clusters = new Clusters(meanings);
        // Oldest first, so that a new question joins a known gap and does not found another.
        questions.stream()
                .sorted(Comparator.comparing(OpenQuestion::at).thenComparing(OpenQuestion::turn))
                .forEach(clusters::add);
        return clusters.groups;
    }

    private void add(OpenQuestion question) {
        List<OpenQuestion> best = null;
        double nearest = ALIKE;
        for (List<OpenQuestion> group : groups) {
            double likeness = likeness(question, group);
            if (likeness >= nearest) {
                nearest = likeness;
                best = group;
            }
        }
        if (best == null) {
            groups.add(new ArrayList<>(List.of(question)));
        } else {
            best.add(question);
        }
    }

    private double likeness(OpenQuestion question, List<OpenQuestion> group) {
        Meaning asked = meaning(question.text());
        return group.stream()
                .mapToDouble(other -> asked.likeness(meaning(other.text())))
                .average()
                .orElse(0);
    }

    /** The question that says best what its group asks for. */
    static OpenQuestion middle(List<OpenQuestion> group, Map<String, Meaning> meanings) {
        Clusters clusters = new Clusters(meanings);
        return group.stream()
                .max(Comparator.comparingDouble((OpenQuestion one) -> clusters.likeness(one, group))
                        .thenComparing(OpenQuestion::at))
                .orElseThrow();
    }

    static boolean alike(Meaning one, Meaning other) {
        return one.likeness(other) >= ALIKE;
    }

    private Meaning meaning(String text) {
        Meaning known = meanings.get(text);
        if (known == null) {
            throw new IllegalArgumentException("a question without its meaning");
        }
        return known;
    }
}
