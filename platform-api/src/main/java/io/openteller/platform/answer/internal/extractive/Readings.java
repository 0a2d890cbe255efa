package io.openteller.platform.answer.internal.extractive;

import io.openteller.platform.answer.internal.extractive.Evidence.Candidate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells when a short question can be read in two ways that the documents answer differently. */
final class Readings {

    /** Sentences that are this near, whatever the place of their passages, do not tell two readings apart. */
    private static final double TIE = 0.8;
    /** A question with more words than this says which it means. */
    private static final int SHORT = 3;

    private static final int MOST = 3;

    private Readings() {}

    /** What the customer may mean, as the documents name it; fewer than two when there is no doubt. */
    static List<String> of(Evidence evidence) {
        Candidate best = evidence.candidates.getFirst();
        if (evidence.wanted.words.size() > SHORT || best.typed() == 0) {
            return List.of();
        }
        Set<String> readings = new LinkedHashSet<>(List.of(name(best)));
        for (Candidate other : evidence.candidates) {
            boolean asGood = other.typed() > 0
                    && other.passage().language().equals(best.passage().language())
                    && Math.abs(evidence.onItsOwn(best) - evidence.onItsOwn(other)) <= TIE && same(best, other);
            if (asGood && readings.size() < MOST && !other.passage().slug().equals(best.passage().slug())) {
                readings.add(name(other));
            }
        }
        return List.copyOf(readings);
    }

    /** Both have the same words of the question. */
    private static boolean same(Candidate one, Candidate other) {
        return one.met().entrySet().stream()
                .allMatch(stem -> Math.abs(stem.getValue() - other.met().getOrDefault(stem.getKey(), 0d)) < 0.2);
    }

    private static String name(Candidate one) {
        String title = one.passage().title();
        String heading = one.passage().heading();
        return heading.equals(title) ? title : title + ": " + heading;
    }
}
