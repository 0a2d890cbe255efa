package io.openteller.platform.answer.internal.extractive;

import io.openteller.platform.answer.Composed.Sentence;
import io.openteller.platform.answer.internal.extractive.Evidence.Candidate;
import io.openteller.platform.reading.Sentences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sentences that are said.
 *
 * @param best the one that answers
 * @param all with those that it needs or that say as much, in the order of their passage
 */
record Chosen(Candidate best, List<Candidate> all) {

    /** A sentence of the same passage that is this near the best one says as much. */
    private static final double AS_GOOD = 0.3;

    private static final int MOST = 3;
    /** A sentence that begins so is about the one before it. */
    private static final String LEANS = "(?is)(it|its|they|them|their|this|that|these|those|he|she|then|after that|in that case|otherwise|above|below|यह|वह|ये|वे|इसके|इसका|उसके)\\b.*";

    static Chosen from(Evidence evidence) {
        Candidate best = evidence.candidates.getFirst();
        List<Candidate> all = new ArrayList<>(List.of(best));
        for (Candidate other : evidence.candidates) {
            boolean beside = other != best && other.passage().equals(best.passage());
            if (beside && all.size() < MOST && other.score() >= best.score() - AS_GOOD) {
                all.add(other);
            }
        }
        List<Candidate> leaned = new ArrayList<>(all);
        for (Candidate one : all) {
            before(one, evidence).filter(previous -> !holds(leaned, previous)).ifPresent(leaned::add);
        }
        leaned.sort(Comparator.comparingInt(Candidate::position));
        return new Chosen(best, List.copyOf(leaned));
    }

    private static boolean holds(List<Candidate> all, Candidate one) {
        return all.stream().anyMatch(other -> other.position() == one.position());
    }

    private static java.util.Optional<Candidate> before(Candidate one, Evidence evidence) {
        if (one.position() == 0 || !one.text().matches(LEANS)) {
            return java.util.Optional.empty();
        }
        int position = one.position() - 1;
        String text = Sentences.of(one.passage().text()).get(position);
        return java.util.Optional.of(new Candidate(one.passage(), position, text, Map.of(), Signs.NONE, 0));
    }

    List<Sentence> sentences() {
        return all.stream()
                .map(one -> new Sentence(one.text(), List.of(one.passage())))
                .toList();
    }

    /** What all that is said has of the question. */
    Map<String, Double> met() {
        Map<String, Double> met = new HashMap<>();
        all.forEach(one -> one.met().forEach((stem, share) -> met.merge(stem, share, Math::max)));
        return met;
    }
}
